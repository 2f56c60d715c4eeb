package jo.sawt.ticketing;

import java.util.Optional;

/** What a message of the citizen does to the ticket that it reaches. */
final class Hearing {
    private static final int LONGEST_OPTION = 200;

    private final House house;

    Hearing(House house) {
        this.house = house;
    }

    /** Why a message is not taken, as a key of the catalogue; empty where it is. */
    static Optional<String> refusal(InboundMessage message) {
        return switch (message.content()) {
            case InboundMessage.Content.Words words -> refusal(words);
            case InboundMessage.Content.Choice choice ->
                choice.option().isBlank() || choice.option().length() > LONGEST_OPTION
                        ? Optional.of("refused.option")
                        : Optional.empty();
            case InboundMessage.Content.PersonWanted wanted -> Optional.empty();
        };
    }

    private static Optional<String> refusal(InboundMessage.Content.Words words) {
        if (words.text().length() > InboundMessage.LONGEST) {
            return Optional.of("refused.too-long");
        }
        if (words.files().size() > InboundMessage.MOST_FILES) {
            return Optional.of("refused.file-count");
        }
        return clean(words.text()).isBlank() && !words.hasFiles() ? Optional.of("refused.blank") : Optional.empty();
    }

    /** Why a ticket takes no more messages of its citizen. */
    Optional<Links.Reason> isOver(Ticket ticket) {
        TicketingSettings.Bounds bounds = house.settings().bounds();
        Numbers numbers = ticket.talk().numbers();
        if (numbers.entries() >= bounds.entries() || numbers.bytes() >= bounds.bytes()) {
            return Optional.of(ticket.status().isOpen() ? Links.Reason.FULL : Links.Reason.CLOSED);
        }
        return switch (ticket.status()) {
            case CLOSED, MERGED -> Optional.of(Links.Reason.CLOSED);
            case RESOLVED -> Moves.isReopenable(ticket, house) ? Optional.empty() : Optional.of(Links.Reason.CLOSED);
            case NEW, ASSISTANT, QUEUED, IN_PROGRESS, WITH_DEPARTMENT, AWAITING_CITIZEN, SPAM -> Optional.empty();
        };
    }

    /** Writes the message and makes it somebody's to act on. */
    Entry hear(Draft draft, InboundMessage message) {
        message.lang().ifPresent(lang -> {
            draft.talk = draft.talk.choosing(lang);
            draft.matter = draft.matter.in(lang);
        });
        Entry entry = draft.hear(said(draft, message.content()), Optional.of(message.key()), true);
        entry.files().forEach(file -> draft.key(file.id().key()));
        boolean reopened = draft.status() == Status.RESOLVED;
        switch (draft.status()) {
            case NEW -> Moves.to(draft, Party.SYSTEM, Status.ASSISTANT, Optional.empty());
            case AWAITING_CITIZEN -> answered(draft);
            case RESOLVED -> Moves.reopen(draft, Party.CITIZEN, Optional.empty());
            case ASSISTANT, QUEUED, IN_PROGRESS, WITH_DEPARTMENT, CLOSED, MERGED, SPAM -> {}
        }
        if (draft.status() == Status.ASSISTANT || (draft.status() == Status.WITH_DEPARTMENT && !wasAsked(draft))) {
            oweTurn(draft, reopened);
        }
        return entry;
    }

    /** Writes a message that is nobody's to act on. */
    Entry note(Draft draft, InboundMessage message, boolean settled) {
        Care before = draft.care;
        Entry entry = draft.hear(said(draft, message.content()), Optional.of(message.key()), true);
        draft.care = before;
        if (settled) {
            draft.settled();
        }
        if (draft.status() == Status.NEW) {
            Moves.to(draft, Party.SYSTEM, Status.AWAITING_CITIZEN, Optional.empty());
        }
        return entry;
    }

    private static void answered(Draft draft) {
        Status back = draft.care.before().orElse(Status.ASSISTANT);
        Moves.to(draft, Party.CITIZEN, back, Optional.of("answered"));
        if (back == Status.WITH_DEPARTMENT) {
            draft.turn(Optional.empty());
        }
    }

    /** Whether this message answers what a department asked, so that the answer is the department's to read. */
    private static boolean wasAsked(Draft draft) {
        return draft.hasWritten("status", "answered");
    }

    /** The assistant's turn, taken by this node at once; another takes it over when the lease runs out. */
    void oweTurn(Draft draft, boolean reopened) {
        Turn old = draft.talk.owed().turn().orElse(null);
        Lease lease = old == null ? house.lease() : old.lease().orElseGet(house::lease);
        draft.turn(Optional.of(new Turn(
                draft.heard(), 0, draft.now(), Optional.of(lease), reopened || (old != null && old.reopened()))));
    }

    private static Entry.Said said(Draft draft, InboundMessage.Content content) {
        return switch (content) {
            case InboundMessage.Content.Words words -> {
                String text = clean(words.text());
                yield new Entry.Said(new InboundMessage.Content.Words(text, words.files(), words.following()), text);
            }
            case InboundMessage.Content.Choice choice ->
                new Entry.Said(
                        choice,
                        draft.talk.offered().stream()
                                .filter(option -> option.id().equals(choice.option()))
                                .map(Option::label)
                                .findFirst()
                                .orElse(choice.option()));
            case InboundMessage.Content.PersonWanted wanted ->
                new Entry.Said(wanted, Messages.text(draft.lang(), "desk.person-wanted"));
        };
    }

    /** Without what no store keeps faithfully: NUL and halves of characters. */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.strip().codePoints().forEach(point -> {
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                clean.append('\uFFFD');
            } else if (point != 0) {
                clean.appendCodePoint(point);
            }
        });
        return clean.toString();
    }
}
