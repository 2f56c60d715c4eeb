package jo.sawt.knowledge.http;

import io.helidon.http.HttpException;
import io.helidon.http.Status;
import java.util.List;

/** A body that is JSON but no sound record; each error names its place by a JSON pointer. */
public final class InvalidBody extends HttpException {
    private final transient List<Detail> errors;

    /** One thing that is wrong, and how to mend it. */
    public record Detail(String pointer, String detail) {}

    InvalidBody(String message, List<Detail> errors) {
        super(message, Status.UNPROCESSABLE_CONTENT_422, true);
        this.errors = List.copyOf(errors);
    }

    public List<Detail> errors() {
        return errors;
    }
}
