namespace Dmk.Maturity.Questionnaires;

/// <summary>How many values a function takes, both ends included.</summary>
internal readonly record struct ArgumentCount(int Least, int Most)
{
    public static ArgumentCount Exactly(int count) => new(count, count);

    public static ArgumentCount AtLeast(int count) => new(count, int.MaxValue);

    public bool Allows(int count) => count >= Least && count <= Most;

    public override string ToString() =>
        Least == Most ? $"{Least}"
        : Most == int.MaxValue ? $"{Least} or more"
        : $"{Least} or {Most}";
}
