package jo.sawt.channels.email;

import java.net.InetAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * A mail server and how to sign in to it.
 *
 * @param scheme imap, imaps, smtp or smtps
 * @param folder of IMAP
 * @param insists whether nothing goes in clear even to this machine, as behind a tunnel or a sidecar
 */
public record MailServer(String scheme, String host, int port, Optional<Login> login, String folder, boolean insists) {
    private static final Map<String, Integer> PORTS = Map.of("imap", 143, "imaps", 993, "smtp", 587, "smtps", 465);
    private static final String INSISTS = "starttls=required";
    private static final String CONNECT_MILLIS = "10000";
    private static final String ANSWER_MILLIS = "60000";

    /** A user and the password, which is not shown. */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return "…";
        }
    }

    /**
     * Reads {@code scheme://user:password@host:port/folder?starttls=required}; a wrong one throws {@link
     * IllegalArgumentException}.
     */
    public static MailServer parse(String url) {
        URI uri = URI.create(url);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme();
        Integer port = PORTS.get(scheme);
        if (port == null || uri.getHost() == null) {
            throw new IllegalArgumentException("the address of a mail server is imap[s]:// or smtp[s]:// and a host");
        }
        String query = uri.getRawQuery();
        if (query != null && !query.equals(INSISTS)) {
            throw new IllegalArgumentException("after the address of a mail server comes ?" + INSISTS + " or nothing");
        }
        String path = uri.getRawPath() == null ? "" : decoded(uri.getRawPath().replaceFirst("^/", ""));
        return new MailServer(
                scheme,
                uri.getHost(),
                uri.getPort() > 0 ? uri.getPort() : port,
                login(uri.getRawUserInfo()),
                path.isEmpty() ? "INBOX" : path,
                query != null);
    }

    private static Optional<Login> login(@org.jspecify.annotations.Nullable String userInfo) {
        if (userInfo == null) {
            return Optional.empty();
        }
        int colon = userInfo.indexOf(':');
        return colon < 0
                ? Optional.of(new Login(decoded(userInfo), ""))
                : Optional.of(new Login(decoded(userInfo.substring(0, colon)), decoded(userInfo.substring(colon + 1))));
    }

    private static String decoded(String text) {
        // A plus is itself in the user part of an address.
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** What tells the folder from any other. */
    String mailbox() {
        return login.map(Login::user).orElse("") + "@" + host + ":" + port + "/" + folder;
    }

    /** The settings of a session: encrypted from the start or by STARTTLS, plain only on this machine, where not insisted on. */
    Properties properties() {
        Properties properties = new Properties();
        String prefix = "mail." + scheme + ".";
        properties.put("mail.store.protocol", scheme);
        properties.put("mail.transport.protocol", scheme);
        properties.put(prefix + "host", host);
        properties.put(prefix + "port", Integer.toString(port));
        properties.put(prefix + "auth", Boolean.toString(login.isPresent()));
        properties.put(prefix + "connectiontimeout", CONNECT_MILLIS);
        properties.put(prefix + "timeout", ANSWER_MILLIS);
        properties.put(prefix + "writetimeout", ANSWER_MILLIS);
        properties.put(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "peek", "true");
        properties.put(prefix + "fetchsize", Integer.toString(1 << 20));
        if (!scheme.endsWith("s")) {
            boolean secure = insists || !isLoopback();
            properties.put(prefix + "starttls.enable", Boolean.toString(secure));
            properties.put(prefix + "starttls.required", Boolean.toString(secure));
        }
        return properties;
    }

    private boolean isLoopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
