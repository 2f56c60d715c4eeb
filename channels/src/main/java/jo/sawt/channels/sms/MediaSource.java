package jo.sawt.channels.sms;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The addresses that media may be fetched from: the provider's interface, which is shown our credentials, and the stores that
 * it leads on to (https://www.twilio.com/docs/messaging/api/media-resource), which are not. Nothing else is ever called,
 * whatever a webhook or a redirect says.
 */
final class MediaSource {
    private static final Pattern INTERFACE = Pattern.compile("api(\\.[a-z0-9-]+){0,2}\\.twilio\\.com");
    private static final Pattern STORE = Pattern.compile("([a-z0-9-]+\\.)*(twiliocdn|twilio)\\.com"
            + "|media\\.twiliocdn\\.com\\.s3(-external-1)?\\.amazonaws\\.com");
    /** Where the bucket is named in the path. */
    private static final Pattern SHARED_STORE = Pattern.compile("s3(-external-1)?\\.amazonaws\\.com");

    private static final String BUCKET = "/media.twiliocdn.com/";

    private final URI api;
    private final String folder;

    MediaSource(TwilioSettings.Account account) {
        this.api = account.api();
        this.folder = "/2010-04-01/Accounts/" + account.sid() + "/Messages/";
    }

    /** The address to begin with; empty where it is none of our account's with the provider. */
    Optional<URI> first(String url) {
        return parsed(url).filter(this::isOfAccount).map(this::led);
    }

    /** The address of a medium that the interface names by its path. */
    static String url(String path) {
        return TwilioSettings.API + (path.endsWith(".json") ? path.substring(0, path.length() - 5) : path);
    }

    /** Whether the credentials may be shown there. */
    boolean isInterface(URI address) {
        return isConfigured(address) || isProvider(address, INTERFACE);
    }

    /** Whether a redirect may be followed there. */
    boolean mayLeadTo(URI address) {
        return isConfigured(address)
                || isProvider(address, STORE)
                || (isProvider(address, SHARED_STORE) && address.getRawPath().startsWith(BUCKET));
    }

    private boolean isOfAccount(URI address) {
        return isInterface(address) && address.getRawPath().startsWith(folder);
    }

    /** Where the interface is set to be elsewhere, its usual address means that place. */
    private URI led(URI address) {
        boolean elsewhere = !api.equals(TwilioSettings.API) && !isConfigured(address);
        return elsewhere ? URI.create(api.getScheme() + "://" + api.getRawAuthority() + address.getRawPath()) : address;
    }

    private boolean isConfigured(URI address) {
        return address.getScheme().equalsIgnoreCase(api.getScheme())
                && address.getHost().equalsIgnoreCase(api.getHost())
                && address.getPort() == api.getPort();
    }

    private static boolean isProvider(URI address, Pattern hosts) {
        return "https".equalsIgnoreCase(address.getScheme())
                && (address.getPort() == -1 || address.getPort() == 443)
                && hosts.matcher(address.getHost().toLowerCase(Locale.ROOT)).matches();
    }

    /** An absolute address of a host, with nothing in it that another reader could take for another host or path. */
    private static Optional<URI> parsed(String url) {
        try {
            return whole(new URI(url));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** The address that a redirect from one leads to; empty where it is not a whole one. */
    static Optional<URI> next(URI from, String location) {
        try {
            return whole(from.resolve(new URI(location)));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Optional<URI> whole(URI uri) {
        boolean whole = uri.getScheme() != null
                && uri.getHost() != null
                && uri.getRawUserInfo() == null
                && uri.getRawPath() != null
                && uri.normalize().getRawPath().equals(uri.getRawPath());
        return whole ? Optional.of(uri) : Optional.empty();
    }
}
