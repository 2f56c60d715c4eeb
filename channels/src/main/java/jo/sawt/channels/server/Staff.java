package jo.sawt.channels.server;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import jo.sawt.ticketing.Accounts;
import jo.sawt.ticketing.DepartmentId;
import jo.sawt.ticketing.Password;
import jo.sawt.ticketing.Sessions;
import jo.sawt.ticketing.mongo.MongoTokens;
import jo.sawt.ticketing.mongo.MongoUsers;

/** Who may sign in. */
record Staff(Accounts accounts, Sessions sessions) {
    /** Two departments of the sample that people write to most. */
    private static final List<DepartmentId> SAMPLE = List.of(new DepartmentId("cspd"), new DepartmentId("dls"));

    static Staff open(MongoDatabase database, Clock clock) {
        MongoUsers users = new MongoUsers(database);
        Sessions sessions = new Sessions(users, new MongoTokens(database), clock);
        return new Staff(new Accounts(users, sessions, clock), sessions);
    }

    /** Makes the first sign-ins in a store that has none, and tells them, once. */
    void found(Optional<Secret> password, boolean withSamples, Console console) {
        Optional<Accounts.Made> first = accounts.addFirst(password.map(it -> new Password(it.value())));
        first.ifPresent(made -> {
            if (password.isEmpty()) {
                console.line("First administrator, shown only this once: " + signIn(made));
            } else {
                console.line("First administrator: admin, with the password of SAWT_ADMIN_PASSWORD");
            }
            if (withSamples) {
                console.line("Sample sign-ins, shown only this once:");
                accounts.addSamples(SAMPLE).forEach(sample -> console.line("  " + signIn(sample)));
            }
        });
    }

    private static String signIn(Accounts.Made made) {
        return made.user().username().value() + " / " + made.password().value();
    }
}
