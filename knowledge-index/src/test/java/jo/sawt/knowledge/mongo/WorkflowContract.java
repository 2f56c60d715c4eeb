package jo.sawt.knowledge.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import jo.sawt.knowledge.DepartmentId;
import jo.sawt.knowledge.Draft;
import jo.sawt.knowledge.DraftAct;
import jo.sawt.knowledge.Drafting;
import jo.sawt.knowledge.Editor;
import jo.sawt.knowledge.LiveRegistry;
import jo.sawt.knowledge.Proposal;
import jo.sawt.knowledge.RecordKind;
import jo.sawt.knowledge.Records;
import jo.sawt.knowledge.ServiceId;
import jo.sawt.knowledge.ServiceRecord;
import jo.sawt.knowledge.Version;
import jo.sawt.knowledge.Workflow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the way from proposal to publication promises on any store. */
public abstract class WorkflowContract {
    private static final ServiceId CARD = new ServiceId("card");
    private static final Editor PROPOSER = new Editor("sami", Optional.of(new DepartmentId("cspd")));
    private static final Editor STRANGER = new Editor("rana", Optional.of(new DepartmentId("dls")));
    private static final Editor REVIEWER = new Editor("huda", Optional.empty());

    private final InstantSource clock = InstantSource.fixed(Instant.parse("2026-06-01T09:00:00Z"));
    private LiveRegistry registry;
    private Workflow workflow;

    /** An empty database. */
    protected abstract MongoDatabase database();

    @BeforeEach
    void foundWithOneService() throws IOException {
        MongoDatabase database = database();
        registry = MongoRegistry.open(database, clock);
        workflow = new Workflow(registry, new MongoDrafts(database), clock);
        registry.importLines(
                RecordKind.DEPARTMENTS,
                Records.stream(Records.department("cspd"), Records.department("dls")),
                REVIEWER,
                false);
        registry.importLines(
                RecordKind.SERVICES,
                Records.stream(Records.service("card", "cspd", "2").toString()),
                REVIEWER,
                false);
    }

    private Drafting propose(String fee, Editor editor) {
        ServiceRecord record =
                (ServiceRecord) Records.record(RecordKind.SERVICES, Records.service("card", "cspd", fee));
        return workflow.propose(
                record, new Proposal(record, Optional.empty(), OptionalInt.empty(), editor, "قرار جديد"));
    }

    private Drafting act(DraftAct act, Editor editor, String reason) {
        return workflow.act(CARD, act, editor, reason);
    }

    private BigDecimal fee() {
        BigDecimal amount =
                registry.service(CARD).orElseThrow().fees().getFirst().amount();
        return amount == null ? BigDecimal.ONE.negate() : amount;
    }

    private Draft.Stage stage() {
        return workflow.draft(CARD).orElseThrow().stage();
    }

    @Test
    void aDepartmentsChangeIsInForceOnlyOncePublishedByAnother() {
        assertThat(propose("3", PROPOSER)).isInstanceOf(Drafting.Moved.class);
        assertThat(act(DraftAct.PUBLISH, REVIEWER, "")).isEqualTo(new Drafting.Clash());
        assertThat(act(DraftAct.SUBMIT, PROPOSER, "")).isInstanceOf(Drafting.Moved.class);
        assertThat(act(DraftAct.PUBLISH, PROPOSER, "")).isEqualTo(new Drafting.NotAllowed());
        assertThat(fee()).isEqualByComparingTo("2");

        assertThat(act(DraftAct.PUBLISH, REVIEWER, "")).isInstanceOf(Drafting.Moved.class);

        assertThat(fee()).isEqualByComparingTo("3");
        Version newest =
                registry.snapshot().history(RecordKind.SERVICES, "card").getLast();
        assertThat(newest.origin().by()).isEqualTo("huda");
        assertThat(newest.origin().reason()).isEqualTo("قرار جديد");
        assertThat(workflow.draft(CARD).orElseThrow().steps())
                .extracting(Draft.Step::by)
                .containsExactly("sami", "sami", "huda");
        assertThat(workflow.open(REVIEWER)).isEmpty();
    }

    @Test
    void aReviewerReturnsADraftWithAReasonAndItComesAgain() {
        propose("3", PROPOSER);
        act(DraftAct.SUBMIT, PROPOSER, "");

        assertThat(act(DraftAct.RETURN, REVIEWER, " ")).isInstanceOf(Drafting.Refused.class);
        assertThat(act(DraftAct.RETURN, REVIEWER, "أرفق القرار")).isInstanceOf(Drafting.Moved.class);
        assertThat(propose("4", PROPOSER)).isInstanceOf(Drafting.Moved.class);
        act(DraftAct.SUBMIT, PROPOSER, "");
        act(DraftAct.PUBLISH, REVIEWER, "");

        assertThat(fee()).isEqualByComparingTo("4");
        assertThat(registry.versions(CARD)).hasSize(2);
    }

    @Test
    void nobodyPublishesTheirOwnProposal() {
        propose("3", REVIEWER);
        act(DraftAct.SUBMIT, REVIEWER, "");

        assertThat(act(DraftAct.PUBLISH, REVIEWER, "")).isEqualTo(new Drafting.NotAllowed());
        assertThat(DraftAct.open(REVIEWER, workflow.draft(CARD).orElseThrow())).containsExactly(DraftAct.DISCARD);
    }

    @Test
    void anotherDepartmentNeitherProposesNorSeesNorMovesADraft() {
        assertThat(propose("3", STRANGER)).isEqualTo(new Drafting.NotAllowed());
        propose("3", PROPOSER);

        assertThat(workflow.open(STRANGER)).isEmpty();
        assertThat(workflow.open(PROPOSER)).hasSize(1);
        assertThat(act(DraftAct.DISCARD, STRANGER, "x")).isEqualTo(new Drafting.NotAllowed());
        assertThat(stage()).isEqualTo(Draft.Stage.DRAFT);
    }

    @Test
    void aDraftInReviewIsNotRewrittenUnderTheReviewersEyes() {
        propose("3", PROPOSER);
        act(DraftAct.SUBMIT, PROPOSER, "");

        assertThat(propose("9", PROPOSER)).isEqualTo(new Drafting.Clash());
    }

    @Test
    void aDraftBasedOnAnOlderVersionIsNotPublishedOverANewerOne() {
        propose("3", PROPOSER);
        act(DraftAct.SUBMIT, PROPOSER, "");
        registry.file(new Proposal(
                Records.record(RecordKind.SERVICES, Records.service("card", "cspd", "8")),
                Optional.empty(),
                OptionalInt.of(1),
                REVIEWER,
                ""));

        assertThat(act(DraftAct.PUBLISH, REVIEWER, "")).isEqualTo(new Drafting.Outdated(2));
        assertThat(fee()).isEqualByComparingTo("8");
        assertThat(stage()).isEqualTo(Draft.Stage.IN_REVIEW);
    }

    @Test
    void aProposalThatChangesNothingIsRefused() {
        assertThat(propose("2", PROPOSER)).isInstanceOf(Drafting.Refused.class);
        assertThat(workflow.draft(CARD)).isEmpty();
    }

    @Test
    void aDiscardedDraftMakesRoomForTheNext() {
        propose("3", PROPOSER);
        assertThat(act(DraftAct.DISCARD, PROPOSER, "خطأ")).isInstanceOf(Drafting.Moved.class);

        assertThat(propose("5", PROPOSER)).isInstanceOf(Drafting.Moved.class);
        assertThat(workflow.open(REVIEWER))
                .singleElement()
                .satisfies(draft -> assertThat(draft.revision()).isEqualTo(3));
    }
}
