using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Grains;

/// <summary>A problem of an answer between two servers.</summary>
[GenerateSerializer, Immutable, Alias("Dmk.Maturity.Grains.AnswerProblemOnTheWire")]
internal struct AnswerProblemOnTheWire
{
    [Id(0)]
    public string Variable;

    [Id(1)]
    public string Code;

    [Id(2)]
    public string De;

    [Id(3)]
    public string En;
}

/// <summary>Carries problems of answers.</summary>
[RegisterConverter]
internal sealed class AnswerProblemConverter : IConverter<AnswerProblem, AnswerProblemOnTheWire>
{
    public AnswerProblem ConvertFromSurrogate(in AnswerProblemOnTheWire surrogate) =>
        new(surrogate.Variable, surrogate.Code, new Text(surrogate.De, surrogate.En));

    public AnswerProblemOnTheWire ConvertToSurrogate(in AnswerProblem value) =>
        new()
        {
            Variable = value.Variable,
            Code = value.Code,
            De = value.Message.De,
            En = value.Message.En,
        };
}
