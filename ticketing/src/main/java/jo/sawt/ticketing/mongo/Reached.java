package jo.sawt.ticketing.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.result.UpdateResult;
import java.util.function.Supplier;
import jo.sawt.ticketing.DeskUnavailable;

/** Runs a call of the driver, whose failures become {@link DeskUnavailable}. */
final class Reached {
    /** What PostgreSQL calls 40P01 (deadlock detected), as FerretDB tells it: of two writes this one was given up. */
    private static final int GIVEN_UP = 16_908_292;

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

    /** Whether nothing was written since another write of the same moment went first, so that it is to be decided again. */
    static boolean gaveWay(MongoWriteException e) {
        return e.getCode() == GIVEN_UP;
    }

    /** False where it gave way, or changed nothing. */
    static boolean replaced(Supplier<UpdateResult> replace) {
        return call(() -> {
            try {
                return replace.get().getMatchedCount() == 1;
            } catch (MongoWriteException e) {
                if (gaveWay(e)) {
                    return false;
                }
                throw e;
            }
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
