namespace Dmk.Maturity.Questionnaires;

/// <summary>A condition as the linter looks at it: logic over atoms whose values can be listed.</summary>
internal abstract record Formula
{
    private Formula() { }

    /// <summary>True, false or unknown in this world.</summary>
    public abstract bool? In(World world);

    /// <summary>What it is made of, itself included.</summary>
    public virtual IEnumerable<Formula> Parts => [this];

    public static Formula True { get; } = new Constant(true);

    public sealed record Constant(bool Value) : Formula
    {
        public override bool? In(World world) => Value;
    }

    public sealed record Not(Formula Operand) : Formula
    {
        public override IEnumerable<Formula> Parts => [this, .. Operand.Parts];

        public override bool? In(World world) => !Operand.In(world);
    }

    /// <summary>False where one is false, true where all are.</summary>
    public sealed record All(IReadOnlyList<Formula> Operands) : Formula
    {
        public override IEnumerable<Formula> Parts => [this, .. Operands.SelectMany(one => one.Parts)];

        public override bool? In(World world)
        {
            bool? all = true;
            foreach (var operand in Operands)
            {
                all &= operand.In(world);
                if (all == false)
                {
                    break;
                }
            }

            return all;
        }
    }

    /// <summary>True where one is true, false where all are.</summary>
    public sealed record Any(IReadOnlyList<Formula> Operands) : Formula
    {
        public override IEnumerable<Formula> Parts => [this, .. Operands.SelectMany(one => one.Parts)];

        public override bool? In(World world)
        {
            bool? any = false;
            foreach (var operand in Operands)
            {
                any |= operand.In(world);
                if (any == true)
                {
                    break;
                }
            }

            return any;
        }
    }

    public sealed record If(Formula Condition, Formula Yes, Formula No) : Formula
    {
        public override IEnumerable<Formula> Parts => [this, .. Condition.Parts, .. Yes.Parts, .. No.Parts];

        public override bool? In(World world) =>
            Condition.In(world) switch
            {
                true => Yes.In(world),
                false => No.In(world),
                null => null,
            };
    }

    /// <summary>Something whose value follows exactly from the answers it reads.</summary>
    public sealed record Exact(Expression Expression, IReadOnlyList<Point> Points) : Formula
    {
        public override bool? In(World world) => Expression.TruthOf(world.Slots);
    }

    /// <summary>Something too involved to follow: it may have any of its values in every world. Claims that hold all the same are
    /// sound.</summary>
    /// <param name="Index">The same for the same words.</param>
    public sealed record Free(int Index, bool CanBeTrue, bool CanBeFalse) : Formula
    {
        public override bool? In(World world) => world.Free[Index];
    }
}

/// <summary>A value that an expression compares a variable with; null where only being there matters.</summary>
internal readonly record struct Point(int Slot, object? Value);

/// <summary>One way in which the answers that matter can be given.</summary>
/// <param name="Slots">By variable; those that do not matter are unanswered.</param>
/// <param name="Free">Values of what is too involved to follow.</param>
internal sealed record World(Answer[] Slots, bool?[] Free);
