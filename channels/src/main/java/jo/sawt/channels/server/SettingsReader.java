package jo.sawt.channels.server;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jo.sawt.channels.email.MailSettings;
import jo.sawt.channels.sms.TwilioSettings;
import jo.sawt.ticketing.Password;

/** Reads and checks all settings; the first that is wrong throws {@link WrongSetting}. */
final class SettingsReader {
    /** Every setting there is. */
    static final Set<String> NAMES = Set.of(
            "SAWT_PORT",
            "SAWT_HOST",
            "SAWT_DATA",
            "MONGODB_URI",
            "SAWT_REGISTRY",
            "SAWT_PUBLIC_URL",
            "SAWT_ADMIN_PASSWORD",
            "TWILIO_ACCOUNT_SID",
            "TWILIO_AUTH_TOKEN",
            "TWILIO_MESSAGING_SERVICE_SID",
            "TWILIO_SMS_FROM",
            "TWILIO_WHATSAPP_FROM",
            "TWILIO_WHATSAPP_TEMPLATE",
            "TWILIO_WHATSAPP_OPTIONS",
            "TWILIO_SMS_PER_SECOND",
            "TWILIO_WHATSAPP_PER_SECOND",
            "TWILIO_API_URL",
            "IMAP_URL",
            "SMTP_URL",
            "MAIL_FROM",
            "MAIL_REPLY_TO",
            "MAIL_ANSWERS_PER_ADDRESS",
            "MAIL_ANSWERS_PER_TICKET",
            "MAIL_OAUTH_TOKEN_URL",
            "MAIL_OAUTH_CLIENT_ID",
            "MAIL_OAUTH_CLIENT_SECRET",
            "MAIL_OAUTH_REFRESH_TOKEN",
            "MAIL_OAUTH_SCOPE",
            "LLM_BASE_URL",
            "LLM_API_KEY",
            "LLM_MODEL",
            "EMBEDDING_MODEL",
            "OIDC_ISSUER",
            "OIDC_CLIENT_ID",
            "OIDC_CLIENT_SECRET",
            "SAWT_RETENTION_DAYS",
            "SAWT_RATE_LIMITS");

    private static final int PORT = 8080;
    private static final int FASTEST = 1_000;
    private static final int LONGEST_RETENTION = 36_500;
    private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final Pattern ACCOUNT = Pattern.compile("AC[0-9a-fA-F]{32}");
    private static final Pattern MESSAGING_SERVICE = Pattern.compile("MG[0-9a-fA-F]{32}");
    private static final Pattern TEMPLATE = Pattern.compile("HX[0-9a-fA-F]{32}");
    private static final Pattern SENDER = Pattern.compile("\\+[1-9][0-9]{6,14}|[A-Za-z0-9 ]{1,11}");
    private static final Pattern MAILBOX = Pattern.compile("[^@\\s<>]+@[^@\\s<>]+|[^<>]*<[^@\\s<>]+@[^@\\s<>]+>");

    private static final Pattern EXTENDED = Pattern.compile("[^@\\s<>{}]*\\{\\}[^@\\s<>{}]*@[^@\\s<>{}]+");

    private final SettingsSource source;

    private SettingsReader(SettingsSource source) {
        this.source = source;
    }

    static Settings read(Map<String, String> environment, Map<String, String> file) {
        var reader = new SettingsReader(new SettingsSource(environment, file, NAMES));
        return new Settings(
                reader.listening(),
                reader.storage(),
                reader.adminPassword(),
                reader.twilio(),
                reader.mail(),
                new Settings.Services(reader.model(), reader.oidc()));
    }

    private Settings.Listening listening() {
        String host = source.text("SAWT_HOST").orElse("127.0.0.1");
        boolean alone = isLoopback(host);
        boolean limits = source.matching("SAWT_RATE_LIMITS", Pattern.compile("on|off"), "is neither on nor off")
                .map("on"::equals)
                .orElse(true);
        if (!limits && !alone) {
            throw new WrongSetting("SAWT_RATE_LIMITS", "may be off only where SAWT_HOST is a loopback address");
        }
        return new Settings.Listening(
                host, source.number("SAWT_PORT", 0, 65_535).orElse(PORT), source.url("SAWT_PUBLIC_URL"), limits);
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new WrongSetting("SAWT_HOST", "is not an address of this machine");
        }
    }

    private Settings.Storage storage() {
        Optional<Path> registry = path("SAWT_REGISTRY");
        registry.filter(folder -> !Files.isDirectory(folder)).ifPresent(folder -> {
            throw new WrongSetting("SAWT_REGISTRY", "is not a folder");
        });
        return new Settings.Storage(
                path("SAWT_DATA").orElse(Path.of("data")),
                source.secretUrl("MONGODB_URI", Set.of("mongodb", "mongodb+srv")),
                registry,
                source.number("SAWT_RETENTION_DAYS", 1, LONGEST_RETENTION));
    }

    private Optional<Path> path(String name) {
        return source.text(name).map(value -> {
            try {
                return Path.of(value);
            } catch (InvalidPathException e) {
                throw new WrongSetting(name, "is not a path");
            }
        });
    }

    private Optional<Secret> adminPassword() {
        Optional<Secret> password = source.secret("SAWT_ADMIN_PASSWORD");
        password.ifPresent(secret -> SettingsSource.parsed(
                "SAWT_ADMIN_PASSWORD", secret.value(), Password::new, "needs 8 to 256 characters"));
        return password;
    }

    private TwilioSettings.Rates rates() {
        TwilioSettings.Rates usual = TwilioSettings.Rates.USUAL;
        return new TwilioSettings.Rates(
                source.number("TWILIO_SMS_PER_SECOND", 1, FASTEST).orElse(usual.sms()),
                source.number("TWILIO_WHATSAPP_PER_SECOND", 1, FASTEST).orElse(usual.whatsapp()));
    }

    private Optional<Settings.Twilio> twilio() {
        for (String any : List.of(
                "TWILIO_AUTH_TOKEN",
                "TWILIO_MESSAGING_SERVICE_SID",
                "TWILIO_SMS_FROM",
                "TWILIO_WHATSAPP_FROM",
                "TWILIO_WHATSAPP_TEMPLATE",
                "TWILIO_WHATSAPP_OPTIONS",
                "TWILIO_SMS_PER_SECOND",
                "TWILIO_WHATSAPP_PER_SECOND",
                "TWILIO_API_URL")) {
            source.together(any, List.of("TWILIO_ACCOUNT_SID"));
        }
        source.together("TWILIO_ACCOUNT_SID", List.of("TWILIO_AUTH_TOKEN", "SAWT_PUBLIC_URL"));
        Optional<String> account =
                source.matching("TWILIO_ACCOUNT_SID", ACCOUNT, "is not AC and 32 hexadecimal digits");
        Optional<String> service = source.matching(
                "TWILIO_MESSAGING_SERVICE_SID", MESSAGING_SERVICE, "is not MG and 32 hexadecimal digits");
        Optional<String> sender = service.or(
                () -> source.matching("TWILIO_SMS_FROM", SENDER, "is neither a number like +96279… nor a short name"));
        Optional<String> whatsApp = source.matching("TWILIO_WHATSAPP_FROM", NUMBER, "is not a number like +96279…");
        if (account.isPresent() && sender.isEmpty() && whatsApp.isEmpty()) {
            throw new WrongSetting("TWILIO_SMS_FROM", "is missing, since TWILIO_ACCOUNT_SID is set");
        }
        Optional<String> template =
                source.matching("TWILIO_WHATSAPP_TEMPLATE", TEMPLATE, "is not HX and 32 hexadecimal digits");
        Optional<TwilioSettings.OptionLists> options = source.text("TWILIO_WHATSAPP_OPTIONS")
                .map(value -> SettingsSource.parsed(
                        "TWILIO_WHATSAPP_OPTIONS",
                        value,
                        TwilioSettings.OptionLists::parse,
                        "is not like 2=HX… 3=HX…, a content SID for each number of options"));
        URI api = source.url("TWILIO_API_URL").orElse(URI.create("https://api.twilio.com"));
        return account.flatMap(id -> source.secret("TWILIO_AUTH_TOKEN")
                .map(token -> new Settings.Twilio(
                        id,
                        token,
                        new Settings.Numbers(sender, whatsApp, rates()),
                        new Settings.Contents(template, options),
                        api)));
    }

    private Settings.Mail mail() {
        source.together("IMAP_URL", List.of("SMTP_URL"));
        source.together("SMTP_URL", List.of("MAIL_FROM"));
        source.together("MAIL_FROM", List.of("SMTP_URL"));
        source.together("MAIL_REPLY_TO", List.of("MAIL_FROM"));
        return new Settings.Mail(
                source.secretUrls("IMAP_URL", Set.of("imap", "imaps")),
                source.secretUrl("SMTP_URL", Set.of("smtp", "smtps")),
                source.matching("MAIL_FROM", MAILBOX, "is not an email address"),
                source.matching("MAIL_REPLY_TO", EXTENDED, "is not an email address with {} in it"),
                new Settings.Brakes(rate("MAIL_ANSWERS_PER_ADDRESS"), rate("MAIL_ANSWERS_PER_TICKET")),
                mailOauth());
    }

    private Optional<MailSettings.Oauth> mailOauth() {
        List<String> all = List.of("MAIL_OAUTH_TOKEN_URL", "MAIL_OAUTH_CLIENT_ID", "MAIL_OAUTH_CLIENT_SECRET");
        all.forEach(any -> source.together(any, all));
        source.together("MAIL_OAUTH_REFRESH_TOKEN", all);
        source.together("MAIL_OAUTH_SCOPE", all);
        return source.url("MAIL_OAUTH_TOKEN_URL")
                .map(url -> new MailSettings.Oauth(
                        url,
                        source.text("MAIL_OAUTH_CLIENT_ID").orElseThrow(),
                        source.text("MAIL_OAUTH_CLIENT_SECRET").orElseThrow(),
                        source.text("MAIL_OAUTH_REFRESH_TOKEN"),
                        source.text("MAIL_OAUTH_SCOPE")));
    }

    private Optional<MailSettings.Rate> rate(String name) {
        return source.text(name)
                .map(value -> SettingsSource.parsed(
                        name, value, MailSettings.Rate::parse, "is not two numbers, an hour and a day, like 12/40"));
    }

    private Optional<Settings.Model> model() {
        for (String any : List.of("LLM_API_KEY", "LLM_MODEL", "EMBEDDING_MODEL")) {
            source.together(any, List.of("LLM_BASE_URL"));
        }
        Optional<String> words = source.text("LLM_MODEL");
        Optional<String> vectors = source.text("EMBEDDING_MODEL");
        Optional<URI> server = source.url("LLM_BASE_URL");
        if (server.isPresent() && words.isEmpty() && vectors.isEmpty()) {
            throw new WrongSetting("LLM_MODEL", "is missing, since LLM_BASE_URL is set and EMBEDDING_MODEL is not");
        }
        return server.map(url -> new Settings.Model(url, source.secret("LLM_API_KEY"), words, vectors));
    }

    private Optional<Settings.Oidc> oidc() {
        List<String> all = List.of("OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET");
        all.forEach(any -> source.together(any, all));
        return source.url("OIDC_ISSUER")
                .flatMap(issuer -> source.text("OIDC_CLIENT_ID")
                        .flatMap(client -> source.secret("OIDC_CLIENT_SECRET")
                                .map(secret -> new Settings.Oidc(issuer, client, secret))));
    }
}
