package jo.sawt.ticketing.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import java.util.function.Supplier;
import jo.sawt.ticketing.DeskUnavailable;

/** Runs a call of the driver, whose failures become {@link DeskUnavailable}. */
final class Reached {
    private Reached() {}

    static <T> T call(Supplier<T> call) {
        try {
            return call.get();
        } catch (MongoException e) {
            throw new DeskUnavailable("the store did not answer (code " + e.getCode() + ")", e);
        }
    }

    static void run(Runnable call) {
        call(() -> {
            call.run();
            return true;
        });
    }

    /** False where the key that is to be unique is there already. */
    static boolean insertedOnce(Runnable insert) {
        return call(() -> {
            try {
                insert.run();
                return true;
            } catch (MongoWriteException e) {
                if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                    return false;
                }
                throw e;
            }
        });
    }
}
