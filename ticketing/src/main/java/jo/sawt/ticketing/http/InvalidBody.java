package jo.sawt.ticketing.http;

import io.helidon.http.HttpException;
import io.helidon.http.Status;
import java.io.Serial;
import java.util.List;

/** A request that can be read but does not hold what it must; each error names its place by a JSON pointer. */
public final class InvalidBody extends HttpException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<Detail> errors;

    /** One thing that is wrong. */
    public record Detail(String pointer, String detail) {}

    InvalidBody(String message, List<Detail> errors) {
        super(message, Status.create(422, "Unprocessable Content"));
        this.errors = List.copyOf(errors);
    }

    public List<Detail> errors() {
        return errors;
    }
}
