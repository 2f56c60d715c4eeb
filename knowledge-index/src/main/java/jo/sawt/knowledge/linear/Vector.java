package jo.sawt.knowledge.linear;

/** A text as a sparse vector: the numbers of its features and the value of each. */
final class Vector {
    private final int[] numbers;
    private final float[] values;

    Vector(int[] numbers, float[] values) {
        this.numbers = numbers;
        this.values = values;
    }

    int[] numbers() {
        return numbers;
    }

    float[] values() {
        return values;
    }
}
