package jo.sawt.ticketing;

import static jo.sawt.ticketing.Status.ASSISTANT;
import static jo.sawt.ticketing.Status.AWAITING_CITIZEN;
import static jo.sawt.ticketing.Status.CLOSED;
import static jo.sawt.ticketing.Status.IN_PROGRESS;
import static jo.sawt.ticketing.Status.NEW;
import static jo.sawt.ticketing.Status.QUEUED;
import static jo.sawt.ticketing.Status.RESOLVED;
import static jo.sawt.ticketing.Status.SPAM;
import static jo.sawt.ticketing.Status.WITH_DEPARTMENT;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The machine of states as data: who may do what to a ticket in which status. */
final class Rights {
    private static final Set<Role> DESK = EnumSet.of(Role.AGENT, Role.SUPERVISOR, Role.ADMIN);
    private static final Set<Role> NOBODY = EnumSet.noneOf(Role.class);
    private static final Set<Status> OPEN =
            EnumSet.of(NEW, ASSISTANT, QUEUED, IN_PROGRESS, WITH_DEPARTMENT, AWAITING_CITIZEN);
    private static final Set<Status> ANY = EnumSet.allOf(Status.class);
    private static final Map<Action, Rule> RULES = new EnumMap<>(Action.class);

    static {
        rule(Action.TAKE, DESK, Share.NO, NEW, ASSISTANT, QUEUED, IN_PROGRESS, AWAITING_CITIZEN);
        rule(Action.RELEASE, DESK, Share.NO, IN_PROGRESS);
        rule(Action.ASSIGN, DESK, Share.NO, NEW, ASSISTANT, QUEUED, IN_PROGRESS, AWAITING_CITIZEN);
        rule(Action.REPLY, DESK, Share.OPEN, with(OPEN, RESOLVED));
        rule(Action.NOTE, DESK, Share.ANY, ANY);
        rule(Action.REFER, DESK, Share.OPEN, OPEN);
        rule(Action.ACCEPT, NOBODY, Share.OPEN, WITH_DEPARTMENT, AWAITING_CITIZEN);
        rule(Action.ANSWER, NOBODY, Share.OPEN, WITH_DEPARTMENT, AWAITING_CITIZEN);
        rule(Action.TRANSFER, DESK, Share.OPEN, WITH_DEPARTMENT, AWAITING_CITIZEN);
        rule(Action.RESOLVE, DESK, Share.NO, ASSISTANT, QUEUED, IN_PROGRESS, AWAITING_CITIZEN);
        rule(Action.CLOSE, DESK, Share.NO, AWAITING_CITIZEN, RESOLVED, SPAM);
        rule(Action.REOPEN, DESK, Share.NO, RESOLVED, CLOSED);
        rule(Action.SPAM, DESK, Share.NO, NEW, ASSISTANT, QUEUED, IN_PROGRESS, AWAITING_CITIZEN);
        rule(Action.QUEUE, DESK, Share.NO, NEW, ASSISTANT, IN_PROGRESS, AWAITING_CITIZEN, SPAM);
        rule(Action.AWAIT, DESK, Share.OPEN, IN_PROGRESS, WITH_DEPARTMENT);
        rule(Action.KIND, DESK, Share.NO, OPEN);
        rule(Action.TAGS, DESK, Share.ANY, ANY);
        rule(Action.PRIORITY, DESK, Share.OPEN, OPEN);
        rule(Action.MERGE, DESK, Share.NO, NEW, ASSISTANT, QUEUED, IN_PROGRESS, AWAITING_CITIZEN);
        rule(Action.SPLIT, DESK, Share.NO, OPEN);
        rule(Action.ASSISTANT, DESK, Share.NO, QUEUED, IN_PROGRESS);
    }

    private Rights() {}

    /** Whether a member of a department may do it too. */
    private enum Share {
        NO,
        /** While the department owes its answer. */
        OPEN,
        /** As long as it has a share at all. */
        ANY
    }

    private record Rule(Set<Role> roles, Share share, Set<Status> statuses) {}

    private static void rule(Action action, Set<Role> roles, Share share, Set<Status> statuses) {
        RULES.put(action, new Rule(roles, share, statuses));
    }

    private static void rule(Action action, Set<Role> roles, Share share, Status first, Status... others) {
        rule(action, roles, share, EnumSet.of(first, others));
    }

    private static Set<Status> with(Set<Status> statuses, Status other) {
        Set<Status> all = EnumSet.copyOf(statuses);
        all.add(other);
        return all;
    }

    /** Whether the caller is one who may do it to this ticket, in some status or other. */
    static boolean isFor(Caller caller, Action action, Ticket ticket) {
        Rule rule = rule(action);
        if (!Collections.disjoint(rule.roles(), caller.roles())) {
            return true;
        }
        return switch (rule.share()) {
            case NO -> false;
            case OPEN ->
                ticket.care().assignments().stream()
                        .anyMatch(share -> share.isOpen() && caller.isOf(share.department()));
            case ANY -> ticket.care().assignments().stream().anyMatch(share -> caller.isOf(share.department()));
        };
    }

    /** Whether its status lets anybody do it; to transfer a share there has to be one. */
    static boolean isTime(Action action, Ticket ticket) {
        return rule(action).statuses().contains(ticket.status())
                && (action != Action.TRANSFER || ticket.care().isWithDepartments());
    }

    /** All that the caller may do now. */
    static Set<Action> of(Caller caller, Ticket ticket) {
        Set<Action> may = EnumSet.noneOf(Action.class);
        for (Action action : Action.values()) {
            if (isTime(action, ticket) && isFor(caller, action, ticket)) {
                may.add(action);
            }
        }
        return may;
    }

    private static Rule rule(Action action) {
        Rule rule = RULES.get(action);
        if (rule == null) {
            throw new IllegalStateException("no rule for " + action);
        }
        return rule;
    }
}
