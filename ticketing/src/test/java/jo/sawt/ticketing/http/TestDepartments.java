package jo.sawt.ticketing.http;

import java.util.Optional;
import jo.sawt.ticketing.DepartmentId;
import jo.sawt.ticketing.Departments;
import jo.sawt.ticketing.Lang;

/** Three departments of the registry. */
final class TestDepartments implements Departments {
    @Override
    public Optional<String> name(DepartmentId id, Lang lang) {
        return switch (id.value()) {
            case "dls" -> Optional.of(lang == Lang.AR ? "دائرة الأراضي والمساحة" : "Department of Lands and Survey");
            case "cspd" ->
                Optional.of(lang == Lang.AR ? "دائرة الأحوال المدنية والجوازات" : "Civil Status and Passports");
            case "gam" -> Optional.of(lang == Lang.AR ? "أمانة عمان الكبرى" : "Greater Amman Municipality");
            default -> Optional.empty();
        };
    }
}
