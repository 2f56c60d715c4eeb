package jo.sawt.channels.email;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Service;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Properties;

/** Signs in to mail servers: by password, or by access token where the address has a user and no password. */
final class Doors {
    private final Optional<AccessTokens> tokens;

    Doors(MailSettings settings, InstantSource clock) {
        this.tokens = settings.oauth().map(oauth -> new AccessTokens(oauth, clock));
    }

    Properties properties(MailServer server) {
        Properties properties = server.properties();
        if (byToken(server)) {
            properties.put("mail." + server.scheme() + ".auth.mechanisms", "XOAUTH2");
        }
        return properties;
    }

    /** Throws {@link NotEncrypted}, counted, where a server would have to be spoken to in clear. */
    void connect(MailServer server, Service service) throws MessagingException {
        try {
            signIn(server, service);
        } catch (MessagingException e) {
            MessagingException why = NotEncrypted.or(e);
            if (why instanceof NotEncrypted) {
                MailMeters.notEncrypted(server.scheme());
            }
            throw why;
        }
    }

    private void signIn(MailServer server, Service service) throws MessagingException {
        if (server.login().isEmpty()) {
            service.connect(server.host(), server.port(), null, null);
            return;
        }
        MailServer.Login login = server.login().get();
        if (!byToken(server)) {
            service.connect(server.host(), server.port(), login.user(), login.password());
            return;
        }
        AccessTokens access = tokens.orElseThrow();
        try {
            service.connect(server.host(), server.port(), login.user(), access.current());
        } catch (AuthenticationFailedException e) {
            access.forget();
            throw e;
        }
    }

    private boolean byToken(MailServer server) {
        return tokens.isPresent()
                && server.login().filter(login -> login.password().isEmpty()).isPresent();
    }
}
