package jo.sawt.assistant;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jo.sawt.knowledge.Department;
import jo.sawt.knowledge.Registry;

/**
 * Departments that serve one governorate where their parent serves the others, as a capital's municipality beside all
 * other municipalities: told from the registry, by a place in the department's own name.
 */
final class Territories {
    private final Map<String, String> governorates = new HashMap<>();
    private final Map<String, String> parents = new HashMap<>();

    Territories(Registry registry, Lexicon places) {
        for (Department department : registry.departments()) {
            List<String> named = places.groupsIn(Words.of(department.name().ar()));
            if (department.parent() != null && named.size() == 1) {
                governorates.put(department.id().value(), named.getFirst());
                parents.put(department.id().value(), department.parent().value());
            }
        }
    }

    /** Whether two departments do the same work in different places, so that only the place tells which of them it is. */
    boolean parted(String one, String other) {
        return other.equals(parents.get(one)) || one.equals(parents.get(other));
    }

    /** How well a department fits a place: 1 where the place says nothing, less where it speaks against, more where for. */
    double fit(String department, Optional<String> governorate) {
        if (governorate.isEmpty()) {
            return 1;
        }
        String own = governorates.get(department);
        if (own != null) {
            return own.equals(governorate.get()) ? 2 : 0.1;
        }
        boolean childServesIt = parents.entrySet().stream()
                .anyMatch(entry -> entry.getValue().equals(department)
                        && governorate.get().equals(governorates.get(entry.getKey())));
        boolean hasChild = parents.containsValue(department);
        return childServesIt ? 0.2 : hasChild ? 2 : 1;
    }
}
