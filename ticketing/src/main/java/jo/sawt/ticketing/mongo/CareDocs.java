package jo.sawt.ticketing.mongo;

import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import jo.sawt.ticketing.Assignment;
import jo.sawt.ticketing.Care;
import jo.sawt.ticketing.Clocks;
import jo.sawt.ticketing.DepartmentId;
import jo.sawt.ticketing.Milestones;
import jo.sawt.ticketing.Rating;
import jo.sawt.ticketing.Status;
import jo.sawt.ticketing.Username;
import org.bson.Document;

/** Who has a ticket and by when, as a document. */
final class CareDocs {
    private CareDocs() {}

    static Document write(Care care) {
        Document document = new Document("status", care.status().wire());
        Docs.put(document, "before", care.before().map(Status::wire));
        Docs.put(document, "assignee", care.assignee().map(Username::value));
        return document.append("assignments", Docs.documents(care.assignments(), CareDocs::writeAssignment))
                .append("clocks", writeClocks(care.clocks()))
                .append("milestones", writeMilestones(care.milestones()));
    }

    static Care read(Document document) {
        return new Care(
                Docs.parsed(document, "status", Status::parse),
                Docs.textIf(document, "before").flatMap(Status::parse),
                Docs.textIf(document, "assignee").map(Username::new),
                Docs.list(document, "assignments", CareDocs::readAssignment),
                readClocks(Docs.document(document, "clocks")),
                readMilestones(Docs.document(document, "milestones")));
    }

    private static Document writeAssignment(Assignment share) {
        Document document = new Document("department", share.department().value())
                .append("lead", share.lead())
                .append("state", share.state().wire())
                .append("since", Date.from(share.since()))
                .append("dueAt", Date.from(share.dueAt()));
        Docs.put(document, "finding", share.finding().map(CareDocs::writeFinding));
        return document;
    }

    private static Assignment readAssignment(Document document) {
        return new Assignment(
                new DepartmentId(Docs.text(document, "department")),
                Docs.flag(document, "lead"),
                Assignment.State.valueOf(Docs.text(document, "state").toUpperCase(Locale.ROOT)),
                Docs.time(document, "since"),
                Docs.time(document, "dueAt"),
                Docs.documentIf(document, "finding").map(CareDocs::readFinding));
    }

    private static Document writeFinding(Assignment.Finding finding) {
        Document document = new Document("text", finding.text()).append("done", finding.done());
        Docs.put(document, "reason", finding.reason());
        Docs.put(document, "evidence", finding.evidence());
        return document.append("at", Date.from(finding.at())).append("by", finding.by());
    }

    private static Assignment.Finding readFinding(Document document) {
        return new Assignment.Finding(
                Docs.text(document, "text"),
                Docs.flag(document, "done"),
                Docs.textIf(document, "reason"),
                Docs.textIf(document, "evidence"),
                Docs.time(document, "at"),
                Docs.text(document, "by"));
    }

    private static Document writeClocks(Clocks clocks) {
        Document document = new Document();
        Docs.putTime(document, "firstResponseDueAt", clocks.firstResponseDueAt());
        Docs.putTime(document, "firstRespondedAt", clocks.firstRespondedAt());
        Docs.putTime(document, "resolutionDueAt", clocks.resolutionDueAt());
        Docs.putTime(document, "pausedSince", clocks.pausedSince());
        return document.append("level", clocks.level());
    }

    private static Clocks readClocks(Document document) {
        return new Clocks(
                Docs.timeIf(document, "firstResponseDueAt"),
                Docs.timeIf(document, "firstRespondedAt"),
                Docs.timeIf(document, "resolutionDueAt"),
                Docs.timeIf(document, "pausedSince"),
                (int) Docs.number(document, "level"));
    }

    private static Document writeMilestones(Milestones milestones) {
        Document document = new Document("reopened", milestones.reopened());
        Docs.putTime(document, "waitingSince", milestones.waitingSince());
        Docs.putTime(document, "resolvedAt", milestones.resolvedAt());
        Docs.put(document, "rating", milestones.rating().map(CareDocs::writeRating));
        return document;
    }

    private static Milestones readMilestones(Document document) {
        Optional<Rating> rating = Docs.documentIf(document, "rating").map(CareDocs::readRating);
        return new Milestones(
                Docs.timeIf(document, "waitingSince"),
                Docs.timeIf(document, "resolvedAt"),
                (int) Docs.number(document, "reopened"),
                rating);
    }

    private static Document writeRating(Rating rating) {
        return new Document("solution", rating.solution())
                .append("classification", rating.classification())
                .append("response", rating.response());
    }

    private static Rating readRating(Document document) {
        return new Rating((int) Docs.number(document, "solution"), (int) Docs.number(document, "classification"), (int)
                Docs.number(document, "response"));
    }
}
