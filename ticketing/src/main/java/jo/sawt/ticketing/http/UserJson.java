package jo.sawt.ticketing.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import jo.sawt.ticketing.Caller;
import jo.sawt.ticketing.Role;
import jo.sawt.ticketing.User;

/** A member of staff. */
final class UserJson {
    private UserJson() {}

    static ObjectNode of(User user) {
        ObjectNode json = Json.object().put("username", user.username().value()).put("name", user.name());
        roles(json.putArray("roles"), user.roles());
        Json.put(json, "department", user.department());
        return json.put("enabled", user.enabled())
                .put("version", user.version())
                .put("createdAt", user.createdAt().toString());
    }

    static ObjectNode of(Caller caller) {
        ObjectNode json =
                Json.object().put("username", caller.username().value()).put("name", caller.name());
        roles(json.putArray("roles"), caller.roles());
        Json.put(json, "department", caller.department());
        return json;
    }

    private static void roles(ArrayNode array, Set<Role> roles) {
        roles.stream().sorted().forEach(role -> array.add(role.wire()));
    }
}
