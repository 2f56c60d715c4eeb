package jo.sawt.channels.server;

import io.helidon.config.Config;
import io.helidon.config.ConfigException;
import io.helidon.config.ConfigSources;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads settings one by one: from the environment, else from {@code application.yaml} in the current folder, where {@code
 * SAWT_PORT} is {@code sawt.port}. An empty value counts as none. A key of the file that no setting has is refused, since it
 * is a slip of the pen.
 */
final class SettingsSource {
    static final String FILE = "application.yaml";

    private final Map<String, String> environment;
    private final Map<String, String> file;

    SettingsSource(Map<String, String> environment, Map<String, String> file, Set<String> known) {
        this.environment = Map.copyOf(environment);
        this.file = Map.copyOf(file);
        for (String key : file.keySet()) {
            if (known.stream().noneMatch(name -> dotted(name).equals(key))) {
                throw new WrongSetting(key, "in " + FILE + " is no setting of Sawt");
            }
        }
    }

    /** The keys of a YAML file, dotted; none where there is no such file. */
    static Map<String, String> read(Path yaml) {
        if (!Files.exists(yaml)) {
            return Map.of();
        }
        try {
            return Config.builder()
                    .sources(ConfigSources.file(yaml).build())
                    .disableEnvironmentVariablesSource()
                    .disableSystemPropertiesSource()
                    .disableFilterServices()
                    .build()
                    .asMap()
                    .orElse(Map.of());
        } catch (ConfigException e) {
            throw new WrongSetting(yaml.toString(), "cannot be read as YAML");
        }
    }

    private static String dotted(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '.');
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(environment.get(name))
                .or(() -> Optional.ofNullable(file.get(dotted(name))))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    Optional<Secret> secret(String name) {
        return text(name).map(Secret::new);
    }

    /** A secret that must begin with one of some schemes and name a host. */
    Optional<Secret> secretUrl(String name, Set<String> schemes) {
        return text(name).map(value -> {
            parsed(
                    name,
                    value,
                    text -> url(text, schemes),
                    "is not a URL with " + String.join(" or ", schemes) + "://");
            return new Secret(value);
        });
    }

    /** Several, with spaces between. */
    List<Secret> secretUrls(String name, Set<String> schemes) {
        return text(name).stream()
                .flatMap(value -> Arrays.stream(value.split("\\s+")))
                .map(value -> {
                    String why =
                            "is not a URL with " + String.join(" or ", schemes) + "://, or several with spaces between";
                    parsed(name, value, text -> url(text, schemes), why);
                    return new Secret(value);
                })
                .toList();
    }

    Optional<URI> url(String name) {
        return text(name)
                .map(value -> parsed(
                        name,
                        value,
                        text -> url(text, Set.of("http", "https")),
                        "is not a URL with http:// or https://"));
    }

    private static URI url(String text, Set<String> schemes) {
        URI uri = URI.create(text);
        if (uri.getScheme() == null || !schemes.contains(uri.getScheme()) || uri.getAuthority() == null) {
            throw new IllegalArgumentException("no such URL");
        }
        return uri;
    }

    Optional<Integer> number(String name, int least, int most) {
        return text(name).map(value -> {
            String why = "is not a whole number from " + least + " to " + most;
            int number = parsed(name, value, Integer::parseInt, why);
            if (number < least || number > most) {
                throw new WrongSetting(name, why);
            }
            return number;
        });
    }

    Optional<String> matching(String name, Pattern form, String why) {
        return text(name).map(value -> {
            if (!form.matcher(value).matches()) {
                throw new WrongSetting(name, why);
            }
            return value;
        });
    }

    /** Settings that only mean something together. */
    void together(String given, List<String> needed) {
        if (text(given).isPresent()) {
            for (String name : needed) {
                if (text(name).isEmpty()) {
                    throw new WrongSetting(name, "is missing, since " + given + " is set");
                }
            }
        }
    }

    /** The value is not told, since it may be secret. */
    static <T> T parsed(String name, String value, Function<String, T> parse, String why) {
        try {
            return parse.apply(value);
        } catch (IllegalArgumentException e) {
            throw new WrongSetting(name, why);
        }
    }
}
