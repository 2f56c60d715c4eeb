package jo.sawt.assistant;

import java.time.InstantSource;
import jo.sawt.knowledge.Registry;
import jo.sawt.knowledge.Search;
import jo.sawt.knowledge.ServiceFinder;

/** Everything the assistant thinks with, put together once it has learned. */
record Mind(Dialogue dialogue, Previews previews, Grounding grounding, Taught taught, Toolshed tools) {
    static Mind of(
            Registry registry,
            ServiceFinder finder,
            Search search,
            Models models,
            Judgement judgement,
            Lexicon lexicon,
            InstantSource clock) {
        Taught taught = new Taught();
        Lexicon places = Lexicon.load("places.txt");
        Territories territories = new Territories(registry, places);
        Names names = new Names(registry);
        Replies replies = new Replies(names);
        FacetReader facets = new FacetReader(models.facets(), lexicon, new Manner(lexicon));
        var understanding = new Dialogue.Understanding(
                new Reader(lexicon, places, new Languages(models.latin())),
                new Understander(models, judgement, finder, lexicon, territories, facets, taught),
                new Picks(lexicon),
                lexicon,
                names);
        DepartmentReader departments = new DepartmentReader(registry, models, territories, taught);
        Matters matters = new Matters(registry, departments, replies, lexicon);
        Dialogue dialogue = new Dialogue(
                understanding,
                new Answers(registry, search, new ServiceAnswers(registry, lexicon, clock), lexicon),
                matters,
                new HandOvers(names),
                replies);
        Grounding grounding = new Grounding(understanding.reader(), understanding.understander(), departments);
        Toolshed tools = new Toolshed(
                dialogue,
                finder,
                understanding.reader(),
                understanding.understander(),
                matters,
                new Centers(registry, clock),
                names);
        return new Mind(dialogue, new Previews(names, replies), grounding, taught, tools);
    }
}
