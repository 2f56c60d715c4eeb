package jo.sawt.ticketing;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/**
 * Hashes and checks passwords with Argon2id, at parameters that OWASP lists as enough (9 MiB, four passes, one lane). So many
 * at once as there are processors, since each takes memory and a processor for a while.
 *
 * @see <a href="https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html">OWASP password storage</a>
 */
final class Passwords {
    private static final Argon2Function ARGON2ID = Argon2Function.getInstance(9_216, 4, 1, 32, Argon2.ID);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 16;

    private final Semaphore processors = new Semaphore(Runtime.getRuntime().availableProcessors());
    private final CompletableFuture<PasswordHash> ofNobody = CompletableFuture.supplyAsync(
            () -> hash(Password.random())); // takes a while that a start need not wait for

    PasswordHash hash(Password password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        processors.acquireUninterruptibly();
        try {
            return new PasswordHash(ARGON2ID.hash(bytes(password.value()), salt).getResult());
        } finally {
            processors.release();
        }
    }

    boolean matches(String typed, PasswordHash stored) {
        processors.acquireUninterruptibly();
        try {
            return Argon2Function.getInstanceFromHash(stored.encoded())
                    .check(bytes(typed), stored.encoded().getBytes(StandardCharsets.UTF_8));
        } finally {
            processors.release();
        }
    }

    /** Takes as long as a check, for a name that is nobody's: the time of an answer must not tell names. */
    void checkNobody(String typed) {
        matches(typed, ofNobody.join());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
