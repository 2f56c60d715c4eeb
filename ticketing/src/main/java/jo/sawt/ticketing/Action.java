package jo.sawt.ticketing;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The names of what can be done to a ticket. The wire form is the lower-case name, with hyphens. */
public enum Action {
    TAKE,
    RELEASE,
    ASSIGN,
    REPLY,
    NOTE,
    REFER,
    ACCEPT,
    ANSWER,
    TRANSFER,
    RESOLVE,
    CLOSE,
    REOPEN,
    SPAM,
    QUEUE,
    KIND,
    TAGS,
    PRIORITY,
    MERGE,
    SPLIT,
    ASSISTANT;

    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Set<Action> none() {
        return EnumSet.noneOf(Action.class);
    }
}
