package jo.sawt.ticketing.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jo.sawt.ticketing.Channel;
import jo.sawt.ticketing.DepartmentId;
import jo.sawt.ticketing.Kind;
import jo.sawt.ticketing.Page;
import jo.sawt.ticketing.Reference;
import jo.sawt.ticketing.Scope;
import jo.sawt.ticketing.Status;
import jo.sawt.ticketing.Ticket;
import jo.sawt.ticketing.TicketQuery;
import jo.sawt.ticketing.Username;
import org.bson.Document;
import org.bson.conversions.Bson;

/** One page of a list: a condition, an order with the reference as its last word, and a cursor that names the last ticket. */
final class Listing {
    private static final String STATUS = "head.care.status";
    private static final String SHARES = "head.care.assignments";
    private static final String DUE = "head.care.clocks.resolutionDueAt";

    private final TicketQuery query;
    private final String field;
    private final boolean descending;

    Listing(TicketQuery query) {
        this.query = query;
        this.field = switch (query.sort()) {
            case NEWEST, OLDEST -> "head.createdAt";
            case CHANGED -> "head.updatedAt";
            case DUE -> DUE;
        };
        this.descending = query.sort() == TicketQuery.Sort.NEWEST || query.sort() == TicketQuery.Sort.CHANGED;
    }

    Page page(MongoCollection<Document> collection, Scope scope, Bson projection) {
        if (scope instanceof Scope.Nothing) {
            return new Page(List.of(), Optional.empty());
        }
        List<Bson> conditions = new ArrayList<>(conditions());
        if (scope instanceof Scope.Of of) {
            conditions.add(within(of.department()));
        }
        query.cursor().map(this::after).ifPresent(conditions::add);
        List<Document> found = collection
                .find(conditions.isEmpty() ? Filters.empty() : Filters.and(conditions))
                .projection(projection)
                .sort(descending ? Sorts.descending(field, "_id") : Sorts.ascending(field, "_id"))
                .limit(query.limit() + 1)
                .into(new ArrayList<>());
        boolean more = found.size() > query.limit();
        List<Ticket> tickets =
                found.stream().limit(query.limit()).map(TicketDocs::read).toList();
        return new Page(tickets, more ? Optional.of(cursor(tickets.getLast())) : Optional.empty());
    }

    private static Bson within(DepartmentId department) {
        return Filters.and(
                Filters.elemMatch(
                        SHARES,
                        Filters.and(Filters.eq("department", department.value()), Filters.ne("state", "transferred"))),
                Filters.or(
                        Filters.ne("head.matter.kind", Kind.REPORT.wire()),
                        Filters.ne("head.matter.department", department.value())));
    }

    private List<Bson> conditions() {
        List<Bson> conditions = new ArrayList<>();
        if (!query.statuses().isEmpty()) {
            conditions.add(Filters.in(
                    STATUS, query.statuses().stream().map(Status::wire).toList()));
        }
        TicketQuery.Filter filter = query.filter();
        equal(conditions, "head.matter.kind", filter.kind().map(Kind::wire));
        equal(conditions, "head.care.assignee", filter.assignee().map(Username::value));
        equal(conditions, "head.talk.channel", filter.channel().map(Channel::wire));
        equal(conditions, "head.matter.service", filter.service());
        filter.department()
                .map(DepartmentId::value)
                .map(id -> Filters.or(
                        Filters.eq("head.matter.department", id),
                        Filters.elemMatch(
                                SHARES, Filters.and(Filters.eq("department", id), Filters.ne("state", "transferred")))))
                .ifPresent(conditions::add);
        if (query.sort() == TicketQuery.Sort.DUE) {
            conditions.add(Filters.exists(DUE));
        }
        filter.dueBefore().map(at -> Filters.lt(DUE, Date.from(at))).ifPresent(conditions::add);
        query.words().map(Listing::words).ifPresent(conditions::add);
        return conditions;
    }

    private static void equal(List<Bson> conditions, String name, Optional<String> value) {
        value.map(v -> Filters.eq(name, v)).ifPresent(conditions::add);
    }

    private static Bson words(String words) {
        return Reference.parse(words)
                .<Bson>map(reference -> Filters.eq("_id", reference.value()))
                .orElseGet(() -> Filters.regex("head.matter.subject", Pattern.quote(words.strip()), "i"));
    }

    private String cursor(Ticket last) {
        Instant at = switch (query.sort()) {
            case NEWEST, OLDEST -> last.revision().createdAt();
            case CHANGED -> last.revision().updatedAt();
            case DUE -> last.care().clocks().resolutionDueAt().orElseThrow();
        };
        String plain = at.toEpochMilli() + ":" + last.reference();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }

    private Bson after(String cursor) {
        String plain = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
        int colon = plain.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("not a cursor of this list");
        }
        Date at = Date.from(Instant.ofEpochMilli(Long.parseLong(plain.substring(0, colon))));
        String id = new Reference(plain.substring(colon + 1)).value();
        return descending
                ? Filters.or(Filters.lt(field, at), Filters.and(Filters.eq(field, at), Filters.lt("_id", id)))
                : Filters.or(Filters.gt(field, at), Filters.and(Filters.eq(field, at), Filters.gt("_id", id)));
    }
}
