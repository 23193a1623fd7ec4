namespace Dmk.Maturity.Questionnaires;

/// <summary>What a company said to one variable: a value, or a missing with its reason. Zero is an answer.</summary>
public abstract record Answer
{
    private Answer() { }

    /// <summary>One option of a single choice or of a grid row.</summary>
    public sealed record Coded(string Code) : Answer;

    /// <summary>The options ticked in a multiple choice, in the order of the definition, each once. Never empty: nothing ticked is
    /// unanswered.</summary>
    public sealed record CodedSet(IReadOnlyList<string> Codes) : Answer
    {
        public bool Equals(CodedSet? other) => other is not null && Codes.SequenceEqual(other.Codes);

        public override int GetHashCode() => Codes.Aggregate(17, (hash, code) => HashCode.Combine(hash, code));
    }

    /// <summary>A number as typed, in the unit of its question.</summary>
    public sealed record Number(decimal Value) : Answer;

    public sealed record Words(string Value) : Answer;

    public sealed record Day(DateOnly Value) : Answer;

    /// <summary>From one day to another, both included.</summary>
    public sealed record Period(DateOnly From, DateOnly To) : Answer;

    /// <summary>The ids of the items of a roster, in the order in which they were added, each once. An empty list says that there is
    /// none.</summary>
    public sealed record Items(IReadOnlyList<string> Ids) : Answer
    {
        public bool Equals(Items? other) => other is not null && Ids.SequenceEqual(other.Ids);

        public override int GetHashCode() => Ids.Aggregate(19, (hash, id) => HashCode.Combine(hash, id));
    }

    public sealed record Missing(MissingReason Reason) : Answer;

    /// <summary>What is said within each item of a roster; never an answer of its own, only a slot of an interview.</summary>
    internal sealed record EachItem(IReadOnlyList<RosterItem> All) : Answer
    {
        public bool Equals(EachItem? other) => other is not null && All.SequenceEqual(other.All);

        public override int GetHashCode() => All.Count;
    }

    public static Answer Unanswered { get; } = new Missing(MissingReason.Unanswered);

    public static Answer NotAsked { get; } = new Missing(MissingReason.NotAsked);
}
