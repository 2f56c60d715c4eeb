package jo.sawt.assistant;

import java.util.List;
import java.util.Optional;
import jo.sawt.knowledge.Facet;
import jo.sawt.ticketing.Decision;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.Messages;
import jo.sawt.ticketing.Reply;

/** Hands a conversation to a person, with a summary of three lines: what about, why, and what was already told. */
final class HandOvers {
    /** Why; the wire form is the lower-case name. */
    enum Reason {
        PERSON,
        CASE,
        DANGER,
        FAILED;

        String wire() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final Names names;

    HandOvers(Names names) {
        this.names = names;
    }

    Decision because(Reason reason, Noted noted, Memory memory) {
        Reply reply = Reply.of(said(noted.lang(), reason));
        return new Decision.HandOver(
                noted.remembering(memory.settled()),
                reply,
                reason.wire(),
                new Decision.Summary(summary(Lang.AR, reason, noted, memory), summary(Lang.EN, reason, noted, memory)));
    }

    private static String said(Lang lang, Reason reason) {
        return switch (reason) {
            case PERSON, FAILED -> Messages.text(lang, "answer.person");
            case CASE -> Messages.text(lang, "answer.case");
            case DANGER ->
                Messages.text(lang, "answer.danger", Replies.EMERGENCY)
                        + "\n"
                        + Messages.text(lang, "answer.danger.person");
        };
    }

    private String summary(Lang lang, Reason reason, Noted noted, Memory memory) {
        Optional<String> service = noted.service()
                .map(record -> record.name().in(Names.in(lang)))
                .or(() -> memory.service()
                        .flatMap(names::service)
                        .map(record -> record.name().in(Names.in(lang))));
        String told = memory.facet()
                .flatMap(Facet::parse)
                .flatMap(facet -> memory.service().flatMap(names::service))
                .map(record -> record.name().in(Names.in(lang)))
                .orElseGet(() -> Messages.text(lang, "answer.summary.nothing"));
        return String.join(
                "\n",
                List.of(
                        Messages.text(
                                lang,
                                "answer.summary.what",
                                Messages.text(
                                        lang, "answer.kind." + noted.kind().wire()),
                                service.orElseGet(() -> Messages.text(lang, "answer.summary.nothing"))),
                        Messages.text(
                                lang, "answer.summary.why", Messages.text(lang, "answer.reason." + reason.wire())),
                        Messages.text(lang, "answer.summary.told", told)));
    }
}
