package jo.sawt.knowledge.http;

import io.helidon.webserver.http.ServerRequest;
import jo.sawt.knowledge.Editor;

/** Tells which editor sends a request; the server decides how. */
@FunctionalInterface
public interface EditorGate {
    /** The editor; throws an {@link io.helidon.http.HttpException} with 401 or 403 where it is none. */
    Editor require(ServerRequest request);
}
