namespace Dmk.Maturity.Grains;

/// <summary>How far it is decided what readers are told under an index model that was added to a study.</summary>
[GenerateSerializer, Alias("Dmk.Maturity.Grains.AdditionStage")]
internal enum AdditionStage
{
    /// <summary>Not all is shown yet under the models of the study's file.</summary>
    NotYet,

    BeingDecided,
    Decided,
}
