package jo.sawt.knowledge.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.HttpException;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jo.sawt.knowledge.Flaw;
import jo.sawt.knowledge.Lang;
import jo.sawt.knowledge.Text;

/** What a caller is told when a request cannot be served, in the caller's language. */
final class Problems {
    static final Text NO_SERVICE = new Text("لا توجد خدمة بهذا المعرف", "There is no service of this id");
    static final Text NO_VERSION =
            new Text("لا توجد لهذه الخدمة نسخة كما طلبت", "This service has no version as asked for");
    static final Text NOT_YOURS = new Text(
            "هذا السجل ليس لدائرتك، فلا يمكنك تعديله", "This record is not your department's, so you cannot change it");
    static final Text TOO_LARGE = new Text("المحتوى أكبر من المسموح", "The body is too large");
    static final Text MEDIA = new Text("نوع المحتوى غير مدعوم؛ المطلوب: ", "Unsupported media type; send: ");
    static final Text NOT_JSON = new Text("المحتوى ليس JSON صحيحا", "The body is not valid JSON");
    static final Text INVALID = new Text("في السجل ما يحتاج إلى تصحيح", "The record has fields that must be corrected");
    static final Text NO_DRAFT = new Text("لا توجد مسودة لهذه الخدمة", "There is no draft of this service");
    static final Text NO_WAY =
            new Text("لا توجد صيغة سؤال بهذا المعرف لهذه الخدمة", "This service has no way of asking of this id");
    static final Text NO_CANDIDATE = new Text(
            "لا توجد صيغة مقترحة بهذا المعرف، أو سبق البت فيها",
            "There is no candidate of this id, or it was judged otherwise before");
    static final Text NO_MESSAGE =
            new Text("لا توجد رسالة بهذا الرقم في هذه التذكرة", "This ticket has no message of this number");
    static final Text NO_FACET = new Text(
            "القيمة غير معروفة؛ المتاح: documents, fees, duration, steps, conditions, locations, channels, hours, overview",
            "Unknown; there are documents, fees, duration, steps, conditions, locations, channels, hours, overview");
    static final Text NO_RECORD =
            new Text("لا يوجد سجل بهذا المعرف كما طلبت", "There is no record of this id as asked for");
    static final Text NOT_BOTH = new Text("لا يجتمع مع version", "cannot go with version");
    static final Text NO_IMPORT = new Text("لا يوجد استيراد بهذا المعرف", "There is no import of this id");
    static final Text NO_ACT = new Text(
            "الإجراء غير معروف؛ المتاح: submit, publish, return, discard",
            "No such act; there are submit, publish, return, discard");
    static final Text CLASH = new Text(
            "لا يمكن هذا الإجراء في حال المسودة الحالية؛ اقرأها ثانية",
            "The draft does not stand where this could be done; read it again");
    static final Text NOT_ALLOWED = new Text(
            "هذا الإجراء ليس من صلاحيتك؛ تقترح الدائرة وينشر مراجع آخر من الهيئة",
            "You may not do this; a department proposes and another reviewer of the Commission publishes");
    static final Text REASON = new Text("اذكر السبب", "Give the reason");
    static final Text DATE = new Text("المطلوب تاريخ مثل 2026-01-31", "It must be a date such as 2026-01-31");
    static final Text AWAY = new Text(
            "السجل غير متاح للتعديل الآن؛ أعد المحاولة بعد قليل",
            "The registry cannot be changed just now; try again shortly");

    private Problems() {}

    static Text conflict(int newest) {
        return new Text(
                "أصدر محرر آخر النسخة " + newest + " بعد أن قرأت السجل؛ اقرأه ثانية وأعد تعديلك",
                "Another editor made version " + newest
                        + " after you read the record; read it again and repeat your change");
    }

    static Text parameter(String name, Text expected) {
        return new Text("المعامل " + name + ": " + expected.ar(), "Parameter " + name + ": " + expected.en());
    }

    /** The language in which a caller reads details: by {@code Accept-Language}, else Arabic. */
    static Lang language(ServerRequest request) {
        Optional<String> accepted = request.headers().first(HeaderNames.ACCEPT_LANGUAGE);
        if (accepted.isEmpty()) {
            return Lang.AR;
        }
        try {
            return Locale.LanguageRange.parse(accepted.get()).stream()
                    .flatMap(range -> Lang.parse(range.getRange()).stream())
                    .findFirst()
                    .orElse(Lang.AR);
        } catch (IllegalArgumentException e) {
            return Lang.AR;
        }
    }

    static HttpException of(ServerRequest request, Status status, Text detail) {
        return new HttpException(detail.in(language(request)), status, true);
    }

    static HttpException badParameter(ServerRequest request, String name, Text expected) {
        return of(request, Status.BAD_REQUEST_400, parameter(name, expected));
    }

    static HttpException away(ServerRequest request) {
        return of(request, Status.SERVICE_UNAVAILABLE_503, AWAY)
                .header(HeaderValues.create(HeaderNames.RETRY_AFTER, "2"));
    }

    static InvalidBody invalid(ServerRequest request, List<Flaw> flaws) {
        Lang lang = language(request);
        return new InvalidBody(
                INVALID.in(lang),
                flaws.stream()
                        .map(flaw -> new InvalidBody.Detail(
                                flaw.pointer(), flaw.remedy().in(lang)))
                        .toList());
    }
}
