package jo.sawt.ticketing.http;

import io.helidon.webserver.http.ServerRequest;
import java.net.InetSocketAddress;

/** Where a request comes from. */
final class Peer {
    private Peer() {}

    /** The address of the network peer, to count by; the port is another one for each connection. */
    static String address(ServerRequest request) {
        return request.remotePeer().address() instanceof InetSocketAddress inet
                ? inet.getAddress().getHostAddress()
                : request.remotePeer().host();
    }
}
