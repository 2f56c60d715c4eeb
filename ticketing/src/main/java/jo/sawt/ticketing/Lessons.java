package jo.sawt.ticketing;

import java.util.function.UnaryOperator;

/**
 * Where that which tickets teach is kept.
 *
 * @param gaps the questions that the registry could not answer
 * @param corrections what staff put right
 * @param masking takes personal data out of a citizen's text
 */
public record Lessons(GapDesk gaps, Corrections corrections, UnaryOperator<String> masking) {}
