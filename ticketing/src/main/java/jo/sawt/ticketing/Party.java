package jo.sawt.ticketing;

import java.util.Optional;

/**
 * Who did something.
 *
 * @param id the username of a member of staff
 * @param department whose answer it is, or whose member acted
 */
public record Party(Author author, Optional<String> id, Optional<DepartmentId> department) {
    static final Party CITIZEN = new Party(Author.CITIZEN, Optional.empty(), Optional.empty());
    static final Party ASSISTANT = new Party(Author.ASSISTANT, Optional.empty(), Optional.empty());
    static final Party SYSTEM = new Party(Author.SYSTEM, Optional.empty(), Optional.empty());

    static Party of(Caller caller) {
        boolean speaksForDepartment = caller.department().filter(caller::isOf).isPresent()
                && !caller.is(Role.AGENT)
                && !caller.is(Role.SUPERVISOR);
        return new Party(
                speaksForDepartment ? Author.DEPARTMENT : Author.AGENT,
                Optional.of(caller.username().value()),
                speaksForDepartment ? caller.department() : Optional.empty());
    }
}
