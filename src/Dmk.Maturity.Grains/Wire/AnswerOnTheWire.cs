using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Grains;

/// <summary>Answers between two servers: their canonical form.</summary>
[GenerateSerializer, Alias("Dmk.Maturity.Grains.AnswersOnTheWire")]
internal struct AnswersOnTheWire
{
    [Id(0)]
    public byte[] Json;
}

/// <summary>Carries answers, and each kind of a single one.</summary>
[RegisterConverter]
internal sealed class AnswersConverter : IConverter<Answers, AnswersOnTheWire>
{
    public Answers ConvertFromSurrogate(in AnswersOnTheWire surrogate) => AnswersJson.Read(surrogate.Json);

    public AnswersOnTheWire ConvertToSurrogate(in Answers value) => new() { Json = AnswersJson.Write(value) };
}

/// <summary>See <see cref="AnswersConverter"/>.</summary>
internal static class OneAnswer
{
    private const string Variable = "x";

    public static Answer Read(in AnswersOnTheWire surrogate) => AnswersJson.Read(surrogate.Json)[Variable];

    public static AnswersOnTheWire Write(Answer answer) => new() { Json = AnswersJson.Write(Answers.None.With(Variable, answer)) };
}

/// <summary>See <see cref="AnswersConverter"/>.</summary>
[RegisterConverter]
internal sealed class CodedConverter : IConverter<Answer.Coded, AnswersOnTheWire>
{
    public Answer.Coded ConvertFromSurrogate(in AnswersOnTheWire surrogate) => (Answer.Coded)OneAnswer.Read(surrogate);

    public AnswersOnTheWire ConvertToSurrogate(in Answer.Coded value) => OneAnswer.Write(value);
}

/// <summary>See <see cref="AnswersConverter"/>.</summary>
[RegisterConverter]
internal sealed class CodedSetConverter : IConverter<Answer.CodedSet, AnswersOnTheWire>
{
    public Answer.CodedSet ConvertFromSurrogate(in AnswersOnTheWire surrogate) => (Answer.CodedSet)OneAnswer.Read(surrogate);

    public AnswersOnTheWire ConvertToSurrogate(in Answer.CodedSet value) => OneAnswer.Write(value);
}

/// <summary>See <see cref="AnswersConverter"/>.</summary>
[RegisterConverter]
internal sealed class NumberConverter : IConverter<Answer.Number, AnswersOnTheWire>
{
    public Answer.Number ConvertFromSurrogate(in AnswersOnTheWire surrogate) => (Answer.Number)OneAnswer.Read(surrogate);

    public AnswersOnTheWire ConvertToSurrogate(in Answer.Number value) => OneAnswer.Write(value);
}

/// <summary>See <see cref="AnswersConverter"/>.</summary>
[RegisterConverter]
internal sealed class WordsConverter : IConverter<Answer.Words, AnswersOnTheWire>
{
    public Answer.Words ConvertFromSurrogate(in AnswersOnTheWire surrogate) => (Answer.Words)OneAnswer.Read(surrogate);

    public AnswersOnTheWire ConvertToSurrogate(in Answer.Words value) => OneAnswer.Write(value);
}

/// <summary>See <see cref="AnswersConverter"/>.</summary>
[RegisterConverter]
internal sealed class DayConverter : IConverter<Answer.Day, AnswersOnTheWire>
{
    public Answer.Day ConvertFromSurrogate(in AnswersOnTheWire surrogate) => (Answer.Day)OneAnswer.Read(surrogate);

    public AnswersOnTheWire ConvertToSurrogate(in Answer.Day value) => OneAnswer.Write(value);
}

/// <summary>See <see cref="AnswersConverter"/>.</summary>
[RegisterConverter]
internal sealed class PeriodConverter : IConverter<Answer.Period, AnswersOnTheWire>
{
    public Answer.Period ConvertFromSurrogate(in AnswersOnTheWire surrogate) => (Answer.Period)OneAnswer.Read(surrogate);

    public AnswersOnTheWire ConvertToSurrogate(in Answer.Period value) => OneAnswer.Write(value);
}

/// <summary>See <see cref="AnswersConverter"/>.</summary>
[RegisterConverter]
internal sealed class ItemsConverter : IConverter<Answer.Items, AnswersOnTheWire>
{
    public Answer.Items ConvertFromSurrogate(in AnswersOnTheWire surrogate) => (Answer.Items)OneAnswer.Read(surrogate);

    public AnswersOnTheWire ConvertToSurrogate(in Answer.Items value) => OneAnswer.Write(value);
}

/// <summary>See <see cref="AnswersConverter"/>. Unanswered reads back from "nothing there".</summary>
[RegisterConverter]
internal sealed class MissingConverter : IConverter<Answer.Missing, AnswersOnTheWire>
{
    public Answer.Missing ConvertFromSurrogate(in AnswersOnTheWire surrogate) => (Answer.Missing)OneAnswer.Read(surrogate);

    public AnswersOnTheWire ConvertToSurrogate(in Answer.Missing value) => OneAnswer.Write(value);
}
