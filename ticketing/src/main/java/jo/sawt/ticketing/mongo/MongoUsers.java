package jo.sawt.ticketing.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jo.sawt.ticketing.DepartmentId;
import jo.sawt.ticketing.PasswordHash;
import jo.sawt.ticketing.Role;
import jo.sawt.ticketing.User;
import jo.sawt.ticketing.Username;
import jo.sawt.ticketing.Users;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Users in the collection {@code users}, by username. */
public final class MongoUsers implements Users {
    private final MongoCollection<Document> users;

    public MongoUsers(MongoDatabase database) {
        this.users = database.getCollection("users");
    }

    @Override
    public boolean add(User user, PasswordHash password) {
        Document document =
                document(user).append("createdAt", Date.from(user.createdAt())).append("password", password.encoded());
        return Reached.insertedOnce(() -> users.insertOne(document));
    }

    @Override
    public Optional<User> find(Username username) {
        return one(username, Projections.exclude("password")).map(MongoUsers::user);
    }

    @Override
    public Optional<PasswordHash> password(Username username) {
        return one(username, Projections.include("password"))
                .map(document -> new PasswordHash(document.getString("password")));
    }

    @Override
    public boolean replace(User next) {
        List<Bson> changes = new ArrayList<>();
        document(next).forEach((field, value) -> {
            if (!field.equals("_id")) {
                changes.add(value == null ? Updates.unset(field) : Updates.set(field, value));
            }
        });
        if (next.department().isEmpty()) {
            changes.add(Updates.unset("department"));
        }
        Bson before = and(eq("_id", next.username().value()), eq("version", next.version() - 1));
        return Reached.call(
                () -> users.updateOne(before, Updates.combine(changes)).getMatchedCount() == 1);
    }

    @Override
    public boolean changePassword(Username username, PasswordHash password) {
        return Reached.call(() ->
                users.updateOne(eq("_id", username.value()), Updates.set("password", password.encoded()))
                                .getMatchedCount()
                        == 1);
    }

    @Override
    public List<User> list(Optional<Username> after, int limit) {
        Bson filter = after.map(last -> gt("_id", last.value())).orElseGet(Filters::empty);
        return Reached.call(() -> users
                .find(filter)
                .projection(Projections.exclude("password"))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .into(new ArrayList<>())
                .stream()
                .map(MongoUsers::user)
                .toList());
    }

    private Optional<Document> one(Username username, Bson projection) {
        return Optional.ofNullable(Reached.<Document>call(() ->
                users.find(eq("_id", username.value())).projection(projection).first()));
    }

    private static Document document(User user) {
        Document document = new Document("_id", user.username().value())
                .append("name", user.name())
                .append("roles", user.roles().stream().map(Role::wire).sorted().toList())
                .append("enabled", user.enabled())
                .append("version", user.version());
        user.department().ifPresent(id -> document.append("department", id.value()));
        return document;
    }

    private static User user(Document document) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        document.getList("roles", String.class).forEach(role -> Role.parse(role).ifPresent(roles::add));
        Instant createdAt = document.getDate("createdAt").toInstant();
        return new User(
                new Username(document.getString("_id")),
                document.getString("name"),
                roles,
                Optional.ofNullable(document.getString("department")).map(DepartmentId::new),
                document.getBoolean("enabled"),
                document.getLong("version"),
                createdAt);
    }
}
