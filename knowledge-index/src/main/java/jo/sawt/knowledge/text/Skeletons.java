package jo.sawt.knowledge.text;

import java.util.List;

/**
 * The consonants of a word, the same for Arabic script and Arabizi: vowels, a closing haa and doubling are dropped and
 * letters that Arabizi does not tell apart are merged. An Arabizi word may have two, where 2, g and c stand for two
 * sounds each.
 */
final class Skeletons {
    private static final String ARABIC = "بتثجحخدذرزسشصضطظعغفقكلمنه";
    private static final String ARABIC_AS = "bttjhxddrzs$sdtd3qfqklmnh";

    private Skeletons() {}

    static List<String> of(String word) {
        if (word.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return List.of();
        }
        if (Normaliser.arabic(word.charAt(0))) {
            return kept(arabic(word));
        }
        String first = latin(word, false);
        String second = latin(word, true);
        return first.equals(second) || second.isEmpty()
                ? kept(first)
                : first.isEmpty() ? kept(second) : List.of(first, second);
    }

    private static List<String> kept(String skeleton) {
        return skeleton.isEmpty() ? List.of() : List.of(skeleton);
    }

    private static String arabic(String word) {
        StringBuilder out = new StringBuilder(word.length());
        for (int at = 0; at < word.length(); at++) {
            int letter = ARABIC.indexOf(word.charAt(at));
            boolean closing = at == word.length() - 1 && word.charAt(at) == 'ه';
            if (letter >= 0 && !closing) {
                add(out, ARABIC_AS.charAt(letter));
            }
        }
        return out.toString();
    }

    private static String latin(String word, boolean other) {
        StringBuilder out = new StringBuilder(word.length());
        for (int at = 0; at < word.length(); at++) {
            char letter = word.charAt(at);
            char next = at + 1 < word.length() ? word.charAt(at + 1) : ' ';
            char pair = next == 'h' ? digraph(letter) : 0;
            if (pair != 0) {
                add(out, pair);
                at++;
            } else if (letter == 'x') {
                add(out, 'k');
                add(out, 's');
            } else if (!(letter == 'h' && next == ' ')) {
                char sound = sound(letter, other);
                if (sound != 0) {
                    add(out, sound);
                }
            }
        }
        return out.toString();
    }

    private static char digraph(char letter) {
        return switch (letter) {
            case 's', 'c' -> '$';
            case 'k' -> 'x';
            case 'g' -> 'q';
            case 't' -> 't';
            case 'd' -> 'd';
            case 'p' -> 'f';
            default -> 0;
        };
    }

    private static char sound(char letter, boolean other) {
        return switch (letter) {
            case 'b', 'p' -> 'b';
            case 't', '6' -> 't';
            case 'j' -> 'j';
            case 'g' -> other ? 'j' : 'q';
            case '7', 'h' -> 'h';
            case '5' -> 'x';
            case 'd' -> 'd';
            case 'r' -> 'r';
            case 'z' -> 'z';
            case 's', '9' -> 's';
            case '3' -> '3';
            case 'q', '8' -> 'q';
            case '2' -> other ? 'q' : 0;
            case 'f', 'v' -> 'f';
            case 'k' -> 'k';
            case 'c' -> other ? 's' : 'k';
            case 'l' -> 'l';
            case 'm' -> 'm';
            case 'n' -> 'n';
            default -> 0;
        };
    }

    private static void add(StringBuilder out, char sound) {
        if (out.isEmpty() || out.charAt(out.length() - 1) != sound) {
            out.append(sound);
        }
    }
}
