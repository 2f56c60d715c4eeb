package jo.sawt.knowledge.http;

import io.helidon.webserver.http.ServerRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import jo.sawt.knowledge.Days;
import jo.sawt.knowledge.Lang;
import jo.sawt.knowledge.Text;

/** The query parameters of a request, read with bounds; a bad one is refused by its name. */
final class Query {
    static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private final ServerRequest request;

    Query(ServerRequest request) {
        this.request = request;
    }

    /** A parameter without surrounding spaces; empty where it is missing or blank. */
    Optional<String> text(String name, int longest) {
        Optional<String> value;
        try {
            value = request.query().first(name).asOptional().map(String::strip);
        } catch (IllegalArgumentException e) {
            throw bad(name, new Text("ترميزه غير صحيح", "its percent encoding is broken"));
        }
        if (value.isPresent() && value.get().length() > longest) {
            throw bad(name, new Text("أطول من " + longest + " حرفا", "longer than " + longest + " characters"));
        }
        return value.filter(text -> !text.isEmpty());
    }

    Optional<String> id(String name) {
        return parsed(name, text -> ID.matcher(text).matches() ? Optional.of(text) : Optional.empty(), "معرف", "an id");
    }

    Optional<Lang> lang() {
        return parsed("lang", Lang::parse, "ar أو en", "ar or en");
    }

    Optional<LocalDate> date(String name) {
        return parsed(name, Days::parse, "تاريخ مثل 2026-01-31", "a date such as 2026-01-31");
    }

    Optional<Integer> number(String name, int low, int high) {
        return parsed(
                name,
                text -> whole(text).filter(number -> number >= low && number <= high),
                "رقم صحيح من " + low + " إلى " + high,
                "a whole number from " + low + " to " + high);
    }

    boolean flag(String name) {
        return oneOf(name, List.of("true", "false")).filter("true"::equals).isPresent();
    }

    Optional<String> oneOf(String name, List<String> values) {
        String all = String.join(", ", values);
        return parsed(
                name,
                text -> values.contains(text) ? Optional.of(text) : Optional.empty(),
                "إحدى القيم: " + all,
                "one of: " + all);
    }

    Optional<Place> place(String name) {
        return parsed(name, Place::parse, "خط عرض ثم خط طول مثل 31.95,35.91", "LAT,LON such as 31.95,35.91");
    }

    private static Optional<Integer> whole(String text) {
        return text.matches("-?[0-9]{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private <T> Optional<T> parsed(String name, Function<String, Optional<T>> form, String arabic, String english) {
        return text(name, 100)
                .map(text -> form.apply(text)
                        .orElseThrow(() -> bad(name, new Text("المطلوب " + arabic, "must be " + english))));
    }

    RuntimeException missing(String name) {
        return bad(name, new Text("مطلوب", "is required"));
    }

    RuntimeException bad(String name, Text expected) {
        return Problems.badParameter(request, name, expected);
    }

    /** A point on earth. */
    record Place(double lat, double lon) {
        private static final double EARTH_RADIUS_KM = 6_371.0088;

        static Optional<Place> parse(String text) {
            List<String> parts =
                    Arrays.stream(text.split(",", 3)).map(String::strip).toList();
            if (parts.size() != 2 || !parts.stream().allMatch(part -> part.matches("-?[0-9]{1,3}(\\.[0-9]{1,12})?"))) {
                return Optional.empty();
            }
            Place place = new Place(Double.parseDouble(parts.get(0)), Double.parseDouble(parts.get(1)));
            return Math.abs(place.lat) <= 90 && Math.abs(place.lon) <= 180 ? Optional.of(place) : Optional.empty();
        }

        /** The great-circle distance (haversine). */
        double kilometresTo(Place other) {
            double north = Math.toRadians(other.lat - lat) / 2;
            double east = Math.toRadians(other.lon - lon) / 2;
            double half = Math.pow(Math.sin(north), 2)
                    + Math.cos(Math.toRadians(lat)) * Math.cos(Math.toRadians(other.lat)) * Math.pow(Math.sin(east), 2);
            return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(half)));
        }
    }
}
