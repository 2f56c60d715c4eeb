package jo.sawt.knowledge;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** How an editor is told to mend a field. */
final class Remedy {
    static final Text JSON =
            new Text("السطر ليس كائن JSON صحيحا؛ صحح صياغته", "Not a valid JSON object; correct its syntax");
    static final Text REQUIRED = new Text("هذا الحقل مطلوب؛ أضفه", "This field is required; add it");
    static final Text TEXT = new Text("يجب أن تكون القيمة نصا", "The value must be a text");
    static final Text OBJECT = new Text("يجب أن تكون القيمة كائنا { … }", "The value must be an object { … }");
    static final Text LIST = new Text("يجب أن تكون القيمة قائمة [ … ]", "The value must be a list [ … ]");
    static final Text BLANK =
            new Text("النص فارغ؛ اكتبه أو احذف الحقل", "The text is empty; write it, or leave the field out");
    static final Text CHARACTERS = new Text(
            "في النص رموز تحكم أو رموز غير صحيحة؛ احذفها", "The text holds control or broken characters; remove them");
    static final Text ID = new Text(
            "يتكون المعرف من 1 إلى 64 من الحروف a-z والأرقام والشرطة -، ويبدأ بحرف أو رقم",
            "An id has 1 to 64 of a-z, 0-9 and -, and begins with a letter or digit");
    static final Text BOTH = new Text(
            "هذا الحقل مكتوب بلغة واحدة؛ اكتبه بالعربية ar وبالإنجليزية en",
            "Given in one language only; give it in Arabic (ar) and in English (en)");
    static final Text URL = new Text(
            "يجب أن يكون عنوانا كاملا يبدأ بـ https:// أو http://",
            "It must be a whole address that begins with https:// or http://");
    static final Text DATE = new Text("يجب أن يكون تاريخا مثل 2026-01-31", "It must be a date such as 2026-01-31");
    static final Text ITSELF =
            new Text("لا يشير السجل إلى نفسه؛ احذف هذا المعرف", "A record does not refer to itself; remove this id");

    static final Text WORD = new Text(
            "يجب أن تكون القيمة كلمة لاتينية صغيرة مثل online",
            "The value must be one lower-case Latin word such as online");

    static final Text UNREADABLE = new Text(
            "السطر أطول من المسموح أو ليس بترميز UTF-8؛ صححه", "The line is too long or not UTF-8; correct it");
    static final Text TWO = new Text(
            "الاتفاقية بين دائرتين على الأقل؛ أضف الأخرى", "An agreement has two parties or more; add the other");
    static final Text PARTY =
            new Text("الدائرة القائدة أحد الأطراف؛ صححها", "The lead is one of the parties; correct it");
    static final Text PERIOD = new Text(
            "الفترة سنة أو ربع أو شهر مثل 2025 أو 2025-q3 أو 2025-09",
            "A period is a year, quarter or month such as 2025, 2025-q3 or 2025-09");
    static final Text HEADER = new Text(
            "السطر الأول ليس أسماء أعمدة مختلفة بترميز UTF-8؛ صححه",
            "The first line is not a row of distinct column names in UTF-8; correct it");
    static final Text COLUMN =
            new Text("عمود غير معروف؛ صحح اسمه أو احذفه", "No such column; correct its name, or take it out");
    static final Text ROW = new Text(
            "الصف غير مقروء (علامة اقتباس بلا نهاية، أو أطول من المسموح، أو ليس UTF-8)؛ صححه، وما بعده لم يقرأ",
            "The row cannot be read (a quote without an end, too long, or not UTF-8); correct it; nothing after it was read");
    static final Text CELLS = new Text(
            "في الصف خلايا أكثر من الأعمدة؛ صححه", "The row has more cells than there are columns; correct it");
    static final Text NOT_YOURS = new Text(
            "هذا السجل ليس لدائرتك؛ اطلب التعديل من محرر دائرته",
            "This record is not your department's; ask an editor of its department");
    static final Text CONFLICT = new Text(
            "عدل غيرك هذا السجل في الوقت نفسه؛ أعد المحاولة", "Somebody else changed this record meanwhile; try again");

    static final Text SAME = new Text(
            "لا فرق بين المقترح والمنشور؛ عدل حقلا أولا",
            "Nothing differs from what is published; change a field first");

    private Remedy() {}

    static Text longest(int characters) {
        return new Text(
                "النص أطول من " + characters + " حرفا؛ اختصره",
                "Longer than " + characters + " characters; shorten it");
    }

    static Text most(int items) {
        return new Text(
                "في القائمة أكثر من " + items + " عنصرا؛ قللها",
                "The list has more than " + items + " entries; shorten it");
    }

    static Text number(String low, String high, int decimals) {
        return new Text(
                "يجب أن يكون رقما من " + low + " إلى " + high + " وبعد الفاصلة " + decimals + " منازل على الأكثر",
                "It must be a number from " + low + " to " + high + " with at most " + decimals + " decimals");
    }

    static Text oneOf(Collection<String> values) {
        String all = String.join(", ", new TreeSet<>(values));
        return new Text("يجب أن تكون القيمة إحدى: " + all, "The value must be one of: " + all);
    }

    static Text unknown(RecordKind kind, String id) {
        return new Text(
                "لا يوجد في السجل " + noun(kind).get(0) + " بالمعرف " + id + "؛ صححه أو أضفه أولا",
                "The registry has no " + noun(kind).get(1) + " " + id + "; correct it, or add that one first");
    }

    static Text past(LocalDate today) {
        return new Text(
                "لا يسري تعديل على يوم مضى؛ اختر " + today + " أو يوما بعده",
                "A change cannot start on a day that is past; choose " + today + " or a later day");
    }

    private static List<String> noun(RecordKind kind) {
        return switch (kind) {
            case DEPARTMENTS -> List.of("دائرة", "department");
            case SERVICES, UTTERANCES -> List.of("خدمة", "service");
            case CENTERS -> List.of("مركز", "center");
            case LIFE_EVENTS -> List.of("حدث حياة", "life event");
            case DOCUMENTS -> List.of("وثيقة", "document");
            case CHARTERS -> List.of("ميثاق", "charter");
            case AGREEMENTS -> List.of("اتفاقية", "agreement");
            case INDICATORS -> List.of("مؤشر", "indicator");
            case SYNONYMS -> List.of("مرادف", "synonym");
        };
    }
}
