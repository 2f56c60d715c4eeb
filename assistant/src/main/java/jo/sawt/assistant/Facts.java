package jo.sawt.assistant;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jo.sawt.knowledge.Facet;
import jo.sawt.knowledge.Fee;
import jo.sawt.knowledge.ServiceRecord;
import jo.sawt.ticketing.Citation;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.Messages;

/** The lines of one answer about one service as they are gathered: each fact enters together with the field it came from. */
final class Facts {
    private final ServiceRecord service;
    private final Lang lang;
    private final String department;
    private final List<String> lines = new ArrayList<>();
    private final Set<Citation> citations = new LinkedHashSet<>();
    private boolean unconfirmed;

    Facts(ServiceRecord service, Lang lang, String department) {
        this.service = service;
        this.lang = lang;
        this.department = department;
        cite("name");
        cite("department");
    }

    Lang lang() {
        return lang;
    }

    String name() {
        return service.name().in(Names.in(lang));
    }

    /** Marks a field of the service as a source, and whether somebody has confirmed it. */
    Facts from(String field) {
        cite(field);
        unconfirmed |= service.illustrativeFields().contains(field)
                || service.confidence().equals("illustrative");
        return this;
    }

    Facts from(Citation citation) {
        citations.add(citation);
        return this;
    }

    private void cite(String field) {
        citations.add(new Citation("service", service.id().value(), service.version(), field, service.effectiveFrom()));
    }

    Facts say(String key, Object... args) {
        lines.add(Messages.text(lang, key, args));
        return this;
    }

    Facts numbered(List<String> items) {
        for (int i = 0; i < items.size(); i++) {
            lines.add((i + 1) + ". " + items.get(i));
        }
        return this;
    }

    Facts bulleted(List<String> items) {
        items.forEach(item -> lines.add("- " + item));
        return this;
    }

    Facts fee(Fee fee) {
        String label = fee.label().in(Names.in(lang));
        String note = fee.note().in(Names.in(lang));
        lines.add("- " + price(fee, label) + (note.isEmpty() ? "" : " (" + note + ")"));
        return this;
    }

    private String price(Fee fee, String label) {
        if (fee.amount() == null) {
            return Messages.text(lang, "answer.fees.unknown", label, department);
        }
        if (fee.amount().signum() == 0) {
            return Messages.text(lang, "answer.fees.free", label);
        }
        if (!fee.currency().equals("JOD")) {
            return Messages.text(lang, "answer.currency", label, fee.amount().toPlainString(), fee.currency());
        }
        String amount = fee.amount()
                .setScale(Math.max(3, fee.amount().scale()), java.math.RoundingMode.UNNECESSARY)
                .toPlainString();
        return Messages.text(lang, "answer.fees.line", label, amount);
    }

    /** What the registry lacks, and whom to ask. */
    Facts missing(Facet facet) {
        return say("answer.missing." + facet.wire(), name(), department);
    }

    Passage done() {
        if (unconfirmed) {
            say("answer.unconfirmed", department);
        }
        return new Passage(String.join("\n", lines), List.copyOf(citations));
    }
}
