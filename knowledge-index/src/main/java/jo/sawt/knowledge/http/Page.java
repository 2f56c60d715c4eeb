package jo.sawt.knowledge.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jo.sawt.knowledge.Text;

/**
 * Which part of a list is asked for. A cursor names the last entry shown and its place, so that the next part starts after
 * that entry also when the list has changed in between.
 */
record Page(int limit, Optional<Cursor> after) {
    private static final int DEFAULT = 50;
    private static final int MOST = 200;

    static Page of(Query query) {
        Optional<Cursor> after = query.text("cursor", 300)
                .map(text -> Cursor.parse(text)
                        .orElseThrow(() -> query.bad(
                                "cursor",
                                new Text(
                                        "المطلوب قيمة next من الصفحة السابقة",
                                        "must be the next of the page before"))));
        return new Page(query.number("limit", 1, MOST).orElse(DEFAULT), after);
    }

    <T> Part<T> of(List<T> all, Function<T, String> key) {
        int start = after.map(cursor -> cursor.startIn(all, key)).orElse(0);
        int end = Math.min(all.size(), start + limit);
        Optional<String> next =
                end < all.size() ? Optional.of(new Cursor(end, key.apply(all.get(end - 1))).wire()) : Optional.empty();
        return new Part<>(all.subList(start, end), next);
    }

    /** Some entries of a list, and where to go on. */
    record Part<T>(List<T> items, Optional<String> next) {}

    /** The number of entries shown so far and the key of the last one. */
    record Cursor(int shown, String last) {
        static Optional<Cursor> parse(String wire) {
            try {
                String[] parts = new String(Base64.getUrlDecoder().decode(wire), StandardCharsets.UTF_8).split(" ", 2);
                return parts.length == 2 && parts[0].matches("[0-9]{1,8}")
                        ? Optional.of(new Cursor(Integer.parseInt(parts[0]), parts[1]))
                        : Optional.empty();
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }

        String wire() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((shown + " " + last).getBytes(StandardCharsets.UTF_8));
        }

        <T> int startIn(List<T> all, Function<T, String> key) {
            if (shown > 0
                    && shown <= all.size()
                    && key.apply(all.get(shown - 1)).equals(last)) {
                return shown;
            }
            for (int i = 0; i < all.size(); i++) {
                if (key.apply(all.get(i)).equals(last)) {
                    return i + 1;
                }
            }
            return Math.min(shown, all.size());
        }
    }
}
