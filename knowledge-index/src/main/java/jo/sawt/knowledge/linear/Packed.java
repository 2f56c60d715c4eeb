package jo.sawt.knowledge.linear;

/** A text's vector in little memory, for as long as many texts are learned from: values to three digits. */
final class Packed {
    private final int[] numbers;
    private final short[] halves;

    private Packed(int[] numbers, short[] halves) {
        this.numbers = numbers;
        this.halves = halves;
    }

    static Packed of(Vector vector) {
        short[] halves = new short[vector.values().length];
        for (int at = 0; at < halves.length; at++) {
            halves[at] = Float.floatToFloat16(vector.values()[at]);
        }
        return new Packed(vector.numbers(), halves);
    }

    int[] numbers() {
        return numbers;
    }

    Vector vector() {
        float[] values = new float[halves.length];
        for (int at = 0; at < values.length; at++) {
            values[at] = Float.float16ToFloat(halves[at]);
        }
        return new Vector(numbers, values);
    }
}
