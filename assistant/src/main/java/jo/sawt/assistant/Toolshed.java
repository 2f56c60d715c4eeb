package jo.sawt.assistant;

import jo.sawt.knowledge.ServiceFinder;

/** What the tools of a language model work with, the same as the assistant's own answers do. */
record Toolshed(
        Dialogue dialogue,
        ServiceFinder finder,
        Reader reader,
        Understander understander,
        Matters matters,
        Centers centers,
        Names names) {}
