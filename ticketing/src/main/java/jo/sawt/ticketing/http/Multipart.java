package jo.sawt.ticketing.http;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.commons.fileupload2.core.AbstractFileUpload;
import org.apache.commons.fileupload2.core.AbstractRequestContext;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;

/** Reads the parts of a request one by one as they arrive; nothing is kept on the way. */
final class Multipart extends AbstractFileUpload<ServerRequest, DiskFileItem, DiskFileItemFactory> {
    Multipart() {
        setHeaderCharset(StandardCharsets.UTF_8);
    }

    @Override
    public FileItemInputIterator getItemIterator(ServerRequest request) throws IOException {
        return getItemIterator(new Context(request));
    }

    @Override
    public Map<String, List<DiskFileItem>> parseParameterMap(ServerRequest request) throws FileUploadException {
        return parseParameterMap(new Context(request));
    }

    @Override
    public List<DiskFileItem> parseRequest(ServerRequest request) throws FileUploadException {
        return parseRequest(new Context(request));
    }

    /** The request as the parser wants to see it. */
    private static final class Context extends AbstractRequestContext<ServerRequest> {
        private static final long UNKNOWN = -1;

        Context(ServerRequest request) {
            super(
                    name -> request.headers().first(HeaderNames.create(name)).orElse(null),
                    () -> request.headers().contentLength().orElse(UNKNOWN),
                    request);
        }

        @Override
        public String getCharacterEncoding() {
            return StandardCharsets.UTF_8.name();
        }

        @Override
        public String getContentType() {
            return getRequest().headers().first(HeaderNames.CONTENT_TYPE).orElse("");
        }

        @Override
        public java.io.InputStream getInputStream() {
            return getRequest().content().inputStream();
        }
    }
}
