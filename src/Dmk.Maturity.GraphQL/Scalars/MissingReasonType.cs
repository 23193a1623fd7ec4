using System.Diagnostics;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.GraphQL;

/// <summary>Reasons of missing, described.</summary>
internal sealed class MissingReasonType()
    : DescribedEnum<MissingReason>(
        "MissingReason",
        "Why there is no value.",
        value =>
            value switch
            {
                MissingReason.Unanswered => "Left blank.",
                MissingReason.DontKnow => "The company said that it does not know.",
                MissingReason.Refused => "The company does not want to say.",
                MissingReason.NotApplicable => "The question does not apply to the company.",
                MissingReason.NotAsked => "Routed past: the question is off the path.",
                _ => throw new UnreachableException(),
            }
    );
