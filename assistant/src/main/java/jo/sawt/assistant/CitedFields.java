package jo.sawt.assistant;

import java.util.ArrayList;
import java.util.List;
import jo.sawt.knowledge.Center;
import jo.sawt.knowledge.Department;
import jo.sawt.knowledge.DepartmentId;
import jo.sawt.knowledge.Document;
import jo.sawt.knowledge.Fee;
import jo.sawt.knowledge.Registry;
import jo.sawt.knowledge.ServiceRecord;
import jo.sawt.knowledge.Text;
import jo.sawt.knowledge.Texts;
import jo.sawt.ticketing.Citation;

/** The text of the field that a citation names, in both languages; empty for one that does not exist. */
final class CitedFields {
    private final Registry registry;
    private final Names names;

    CitedFields(Registry registry) {
        this.registry = registry;
        this.names = new Names(registry);
    }

    String text(Citation citation) {
        return switch (citation.type()) {
            case "service" ->
                names.service(citation.id())
                        .map(service -> service(service, citation.field()))
                        .orElse("");
            case "center" ->
                registry.centers().stream()
                        .filter(center -> center.id().equals(citation.id()))
                        .findFirst()
                        .map(center -> center(center, citation.field()))
                        .orElse("");
            case "department" ->
                names.department(citation.id())
                        .map(Department::name)
                        .map(CitedFields::both)
                        .orElse("");
            case "document" ->
                registry.documents().stream()
                        .filter(document -> document.id().equals(citation.id()))
                        .findFirst()
                        .map(CitedFields::document)
                        .orElse("");
            default -> "";
        };
    }

    private String service(ServiceRecord service, String field) {
        return switch (field) {
            case "name" -> both(service.name());
            case "department" -> department(service.department());
            case "summary" -> both(service.summary());
            case "conditions" -> both(service.conditions());
            case "documents" -> both(service.documents());
            case "steps" -> both(service.steps());
            case "fees" ->
                String.join("\n", service.fees().stream().map(CitedFields::fee).toList());
            case "duration" -> both(service.duration().text());
            case "channels" -> String.join("\n", service.channels());
            case "locations" -> both(service.locations());
            case "url" -> service.url();
            case "legalBasis" -> both(service.legalBasis());
            default -> "";
        };
    }

    private String department(DepartmentId id) {
        return registry.department(id)
                .map(Department::name)
                .map(CitedFields::both)
                .orElse("");
    }

    private static String center(Center center, String field) {
        return switch (field) {
            case "name" -> both(center.name());
            case "hours" -> both(center.hours());
            case "governorate" -> center.governorate();
            default -> "";
        };
    }

    private static String document(Document document) {
        return document.title() + "\n" + document.text();
    }

    private static String fee(Fee fee) {
        String amount = fee.amount() == null ? "" : fee.amount().toPlainString();
        return String.join("\n", both(fee.label()), amount, fee.currency(), both(fee.note()));
    }

    private static String both(Text text) {
        return text.ar() + "\n" + text.en();
    }

    private static String both(Texts texts) {
        List<String> lines = new ArrayList<>(texts.ar());
        lines.addAll(texts.en());
        return String.join("\n", lines);
    }
}
