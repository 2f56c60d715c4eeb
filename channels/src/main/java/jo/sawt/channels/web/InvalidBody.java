package jo.sawt.channels.web;

import io.helidon.http.HttpException;
import io.helidon.http.Status;
import java.io.Serial;
import java.util.List;

/** A body that can be read but not taken: 422, with what is wrong at which JSON pointer. */
public final class InvalidBody extends HttpException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** One thing that is wrong. */
    public record Problem(String pointer, String detail) {}

    InvalidBody(String detail, List<Problem> problems) {
        super(detail, Status.UNPROCESSABLE_CONTENT_422, true);
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
