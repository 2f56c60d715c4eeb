package jo.sawt.knowledge;

import java.util.Map;

/** What the fields of records are called in front of people. */
final class FieldNames {
    private static final Map<String, Text> NAMES = Map.ofEntries(
            Map.entry("department", new Text("الدائرة", "Department")),
            Map.entry("name", new Text("الاسم", "Name")),
            Map.entry("aliases", new Text("الأسماء الأخرى", "Other names")),
            Map.entry("summary", new Text("الملخص", "Summary")),
            Map.entry("audience", new Text("المستفيدون", "Audience")),
            Map.entry("conditions", new Text("الشروط", "Conditions")),
            Map.entry("documents", new Text("الوثائق المطلوبة", "Required documents")),
            Map.entry("steps", new Text("الإجراءات", "Steps")),
            Map.entry("fees", new Text("الرسوم", "Fees")),
            Map.entry("duration", new Text("مدة الإنجاز", "Duration")),
            Map.entry("channels", new Text("قنوات التقديم", "Channels")),
            Map.entry("locations", new Text("أماكن التقديم", "Places")),
            Map.entry("url", new Text("الموقع الإلكتروني", "Web address")),
            Map.entry("legalBasis", new Text("السند القانوني", "Legal basis")),
            Map.entry("lifeEvents", new Text("أحداث الحياة", "Life events")),
            Map.entry("related", new Text("خدمات ذات صلة", "Related services")),
            Map.entry("confidence", new Text("درجة التوثيق", "Confidence")),
            Map.entry("illustrativeFields", new Text("حقول تحتاج إلى تأكيد", "Fields to be confirmed")),
            Map.entry("promise", new Text("التعهد", "Promise")),
            Map.entry("purpose", new Text("الغرض", "Purpose")),
            Map.entry("service", new Text("الخدمة", "Service")),
            Map.entry("targets", new Text("المستهدفات", "Targets")),
            Map.entry("target", new Text("المستهدف", "Target")),
            Map.entry("values", new Text("القيم المقيسة", "Measured values")),
            Map.entry("parties", new Text("الأطراف", "Parties")),
            Map.entry("lead", new Text("الدائرة القائدة", "Lead")),
            Map.entry("dimension", new Text("البعد", "Dimension")),
            Map.entry("formula", new Text("طريقة الحساب", "Formula")),
            Map.entry("unit", new Text("الوحدة", "Unit")),
            Map.entry("said", new Text("ما يقوله الناس", "What people say")),
            Map.entry("means", new Text("المقصود", "What it means")),
            Map.entry("sources", new Text("المصادر", "Sources")));

    private FieldNames() {}

    static String of(String field, Lang lang) {
        Text name = NAMES.get(field);
        return name == null ? field : name.in(lang);
    }
}
