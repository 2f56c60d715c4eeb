package jo.sawt.knowledge;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be done with a draft: from which stage, to which, by whom. A department proposes, the Commission publishes. */
public enum DraftAct {
    SUBMIT(Draft.Stage.IN_REVIEW, Who.DEPARTMENT, false),
    PUBLISH(Draft.Stage.PUBLISHED, Who.REVIEWER, false),
    RETURN(Draft.Stage.DRAFT, Who.REVIEWER, true),
    DISCARD(Draft.Stage.DISCARDED, Who.DEPARTMENT, true);

    private final Draft.Stage to;
    private final Who who;
    private final boolean reasoned;

    DraftAct(Draft.Stage to, Who who, boolean reasoned) {
        this.to = to;
        this.who = who;
        this.reasoned = reasoned;
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<DraftAct> parse(String wire) {
        return Arrays.stream(values()).filter(act -> act.wire().equals(wire)).findFirst();
    }

    Draft.Stage to() {
        return to;
    }

    /** Whether a reason must be given. */
    boolean reasoned() {
        return reasoned;
    }

    boolean startsAt(Draft.Stage stage) {
        return switch (this) {
            case SUBMIT -> stage == Draft.Stage.DRAFT;
            case PUBLISH, RETURN -> stage == Draft.Stage.IN_REVIEW;
            case DISCARD -> stage == Draft.Stage.DRAFT || stage == Draft.Stage.IN_REVIEW;
        };
    }

    boolean allowedTo(Editor editor, Draft draft) {
        return who.is(editor, draft);
    }

    /** What an editor may do with a draft now. */
    public static List<DraftAct> open(Editor editor, Draft draft) {
        return Arrays.stream(values())
                .filter(act -> act.startsAt(draft.stage()) && act.allowedTo(editor, draft))
                .toList();
    }

    private enum Who {
        /** An editor of the service's department, or of the Commission. */
        DEPARTMENT {
            @Override
            boolean is(Editor editor, Draft draft) {
                return editor.department()
                        .map(draft.record().department()::equals)
                        .orElse(true);
            }
        },
        /** An editor of the Commission other than the one who proposed it. */
        REVIEWER {
            @Override
            boolean is(Editor editor, Draft draft) {
                return editor.department().isEmpty() && !editor.username().equals(draft.author());
            }
        };

        abstract boolean is(Editor editor, Draft draft);
    }
}
