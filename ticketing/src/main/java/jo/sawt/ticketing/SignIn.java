package jo.sawt.ticketing;

import java.time.Duration;
import java.time.Instant;

/** How an attempt to sign in went. */
public sealed interface SignIn {
    /** The token is to be sent as a bearer token until it expires; it is kept nowhere here. */
    record SignedIn(String token, Instant expires, User user) implements SignIn {
        @Override
        public String toString() {
            return "SignedIn[" + user.username() + "]";
        }
    }

    /** The name is nobody's, the password is wrong, or the user is disabled; which of these is not told. */
    record Denied() implements SignIn {}

    /** Too many attempts failed; not checked, and not before this time has passed. */
    record TooMany(Duration retryAfter) implements SignIn {}
}
