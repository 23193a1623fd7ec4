using Dmk.Maturity.Questionnaires;
using Orleans.Serialization.Cloning;

namespace Dmk.Maturity.Grains;

/// <summary>Answers are immutable: inside one server they are handed over as they are.</summary>
[RegisterCopier]
internal sealed class AnswersCopier : ShallowCopier<Answers>;
